ALTER TABLE "service_point_probes" ADD COLUMN "contact" text;
--> statement-breakpoint
UPDATE "service_point_probes" AS "probe" SET "contact" = CASE "probe"."channel"
	WHEN 'PHONE' THEN "point"."phone"
	WHEN 'EMAIL' THEN "point"."email"
	WHEN 'VISIT' THEN "point"."address"
	WHEN 'WEBSITE' THEN "point"."website"
END
FROM "service_points" AS "point" WHERE "point"."id" = "probe"."point_id";

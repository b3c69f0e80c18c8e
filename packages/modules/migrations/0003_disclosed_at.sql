ALTER TABLE "policy_versions" ADD COLUMN "disclosed_at" timestamp (3) with time zone;
--> statement-breakpoint
UPDATE "policy_versions" SET "disclosed_at" = CASE
	WHEN "published_by" = 'system' THEN "effective_from"::timestamp AT TIME ZONE coalesce((SELECT "timezone" FROM "business" LIMIT 1), 'UTC')
	ELSE "published_at"
END
WHERE "published_at" IS NOT NULL;

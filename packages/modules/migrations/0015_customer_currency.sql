ALTER TABLE "shared_customers" ADD COLUMN "currency" text;
--> statement-breakpoint
UPDATE "customers" c SET "currency" = b."currency"
FROM "business" b
WHERE c."currency" <> b."currency"
	AND NOT EXISTS (SELECT 1 FROM "invoices" i WHERE i."customer_id" = c."customer_id" AND i."currency" = c."currency")
	AND (
		EXISTS (SELECT 1 FROM "invoices" i WHERE i."customer_id" = c."customer_id" AND i."currency" = b."currency")
		OR NOT EXISTS (SELECT 1 FROM "invoices" i WHERE i."customer_id" = c."customer_id")
	);
--> statement-breakpoint
UPDATE "customers" c SET "value" = s."value"
FROM (
	SELECT k."customer_id", coalesce(sum(l."amount") FILTER (WHERE l."currency" = k."currency"), 0)::bigint AS "value"
	FROM "customers" k
	JOIN "invoice_lines" l ON l."customer_id" = k."customer_id" AND l."kind" IN ('SALE', 'RETURN')
	GROUP BY 1
	HAVING bool_or(l."currency" <> k."currency")
) s
WHERE s."customer_id" = c."customer_id";
--> statement-breakpoint
UPDATE "shared_customers" s SET
	"currency" = c."currency",
	"value" = CASE WHEN s."value" IS NULL THEN NULL ELSE c."value" END
FROM "customers" c
WHERE c."customer_id" = s."customer_id";

ALTER TABLE "invoices" ADD COLUMN "delivered_on" date;
--> statement-breakpoint
UPDATE "invoices" i SET "delivered_on" = d."day"
FROM (
	SELECT "customer_id", "invoice_id", max("completed_on") AS "day"
	FROM "fulfilment_tasks"
	WHERE "kind" = 'DELIVERY' AND "status" <> 'CANCELLED'
	GROUP BY 1, 2
	HAVING bool_and("completed_on" IS NOT NULL)
) d
WHERE d."customer_id" = i."customer_id" AND d."invoice_id" = i."id";

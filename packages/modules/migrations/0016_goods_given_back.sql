ALTER TABLE "invoices" ADD COLUMN "taken_back" jsonb;
--> statement-breakpoint
UPDATE "invoices" i SET "taken_back" = b."lines"
FROM (
	SELECT "customer_id", "invoice_id", jsonb_object_agg("sale_line_id"::text, "pieces") AS "lines"
	FROM (
		SELECT c."customer_id", c."invoice_id", l."sale_line_id",
			jsonb_agg(jsonb_build_object('quantity', l."quantity", 'on', c."claimed_on") ORDER BY c."claimed_on", l."id") AS "pieces"
		FROM "claims" c
		JOIN "claim_lines" l ON l."customer_id" = c."customer_id" AND l."claim_id" = c."id"
		WHERE c."status" = 'SETTLED' AND l."outcome" = 'ALLOWED'
			AND (l."remedy" = 'REFUND' OR (l."remedy" IS NULL AND c."kind" = 'RETURN'))
		GROUP BY 1, 2, 3
	) p
	GROUP BY 1, 2
) b
WHERE b."customer_id" = i."customer_id" AND b."invoice_id" = i."id";

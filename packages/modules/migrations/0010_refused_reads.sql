ALTER TABLE "access_receipts" ADD COLUMN "refusal" text;

ALTER TABLE "invoices" ADD COLUMN "delivered" jsonb;

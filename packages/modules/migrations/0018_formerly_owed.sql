ALTER TABLE "fulfilment_tasks" ADD COLUMN "formerly" jsonb;

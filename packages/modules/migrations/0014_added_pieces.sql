ALTER TABLE "fulfilment_tasks" ADD COLUMN "pieces" jsonb;
--> statement-breakpoint
ALTER TABLE "fulfilment_tasks" ADD COLUMN "added_on" date;

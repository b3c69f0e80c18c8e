DROP INDEX "fulfilment_tasks_promise_key";
--> statement-breakpoint
CREATE INDEX "fulfilment_tasks_invoice_idx" ON "fulfilment_tasks" USING btree ("customer_id","invoice_id");

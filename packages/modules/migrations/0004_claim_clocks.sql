CREATE TABLE "claim_pauses" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"paused_at" timestamp (3) with time zone NOT NULL,
	"resumed_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	CONSTRAINT "claim_pauses_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "claim_pauses_order" CHECK ("claim_pauses"."resumed_at" is null or "claim_pauses"."resumed_at" >= "claim_pauses"."paused_at")
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "claimed_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "responded_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "closed_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "promised_times" jsonb;
--> statement-breakpoint
ALTER TABLE "claim_pauses" ADD CONSTRAINT "claim_pauses_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_pauses" ADD CONSTRAINT "claim_pauses_claim_id_fk" FOREIGN KEY ("customer_id","claim_id") REFERENCES "public"."claims"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "claim_pauses_running_key" ON "claim_pauses" USING btree ("customer_id","claim_id") WHERE resumed_at is null;
--> statement-breakpoint
CREATE INDEX "claim_pauses_claim_idx" ON "claim_pauses" USING btree ("customer_id","claim_id","paused_at");

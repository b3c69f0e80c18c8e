CREATE TABLE "what_if_effects" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"won" integer NOT NULL,
	"won_value" bigint NOT NULL,
	"lost" integer NOT NULL,
	"lost_value" bigint NOT NULL,
	"purchases_less" integer NOT NULL,
	"purchases_more" integer NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "what_if_effects_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "what_if_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"policy_version_id" uuid,
	"terms_hash" text NOT NULL,
	"terms" jsonb NOT NULL,
	"status" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"failure" text,
	"started_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "what_if_effects" ADD CONSTRAINT "what_if_effects_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "what_if_effects" ADD CONSTRAINT "what_if_effects_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."what_if_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "what_if_runs" ADD CONSTRAINT "what_if_runs_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "what_if_effects_run_key" ON "what_if_effects" USING btree ("run_id","customer_id");
--> statement-breakpoint
CREATE INDEX "what_if_runs_newest_idx" ON "what_if_runs" USING btree ("started_at","id");

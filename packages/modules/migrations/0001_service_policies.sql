CREATE TABLE "calendar_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"calendar_id" uuid NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"shifts" jsonb,
	"like_weekday" integer
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"week" jsonb NOT NULL,
	"shift_day" text NOT NULL,
	"years" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_charges" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"verdict" text NOT NULL,
	"consent_by" text,
	"consent_on" date,
	"trace" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "claim_charges_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "claim_charges_disclosed" CHECK ("claim_charges"."verdict" in ('ACCEPT', 'NEEDS_CONSENT')),
	CONSTRAINT "claim_charges_amount" CHECK ("claim_charges"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "claim_lines" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"sale_line_id" uuid NOT NULL,
	"code" text NOT NULL,
	"quantity" integer NOT NULL,
	"outcome" text NOT NULL,
	"remedy" text,
	"review" boolean NOT NULL,
	"term_kind" text,
	"term_id" text,
	"policy_id" uuid,
	"policy_version_id" uuid,
	"snapshot_hash" text,
	"counted_from" date,
	"deadline" date,
	"refund" bigint,
	"currency" text NOT NULL,
	"serial_failed" text,
	"serial_replacement" text,
	"details" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"trace" jsonb NOT NULL,
	"extras" jsonb NOT NULL,
	CONSTRAINT "claim_lines_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "claim_lines_quantity" CHECK ("claim_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "claim_receipts" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claim_receipts_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"invoice_id" uuid NOT NULL,
	"claimed_on" date NOT NULL,
	"status" text NOT NULL,
	"outcome" text NOT NULL,
	"language" text NOT NULL,
	"note" text NOT NULL,
	"reason" text,
	"decided_by" text,
	"settled_on" date,
	"refund" bigint NOT NULL,
	"refund_paid" bigint,
	"currency" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claims_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "claims_refund" CHECK ("claims"."refund" >= 0)
);
--> statement-breakpoint
CREATE TABLE "fulfilment_tasks" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"term_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"codes" text[] NOT NULL,
	"words" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"owner_id" uuid,
	"checklist" jsonb NOT NULL,
	"conduct" text[] NOT NULL,
	"parts" jsonb NOT NULL,
	"proof" jsonb,
	"completed_on" date,
	"completed_by" text,
	"recorded_on" date,
	"cancelled_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fulfilment_tasks_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "fulfilment_tasks_done" CHECK (("fulfilment_tasks"."status" = 'DONE') = ("fulfilment_tasks"."completed_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "service_point_probes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"point_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"channel" text NOT NULL,
	"answered" boolean NOT NULL,
	"note" text,
	"by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"phone" text,
	"email" text,
	"website" text,
	"region" text,
	"calendar_id" uuid,
	"note" text,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"term_id" text,
	"text" text NOT NULL,
	"author" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text,
	CONSTRAINT "policy_comments_resolved" CHECK (("policy_comments"."resolved_at" is null) = ("policy_comments"."resolved_by" is null))
);
--> statement-breakpoint
CREATE TABLE "policy_cuts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"retiring" boolean NOT NULL,
	"terms_hash" text NOT NULL,
	"effective_from" date NOT NULL,
	"reason" text NOT NULL,
	"cuts" jsonb NOT NULL,
	"affected" integer NOT NULL,
	"value_at_risk" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"proposer_id" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "policy_cuts_decided" CHECK (("policy_cuts"."status" in ('APPROVED', 'REJECTED')) <= ("policy_cuts"."decided_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "policy_floors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"field" text NOT NULL,
	"row" text,
	"cell" text,
	"bound" jsonb NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promise_moves" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"entitlement_id" uuid NOT NULL,
	"from_snapshot_id" uuid NOT NULL,
	"to_snapshot_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"cuts" jsonb NOT NULL,
	"consent_by" text,
	"consent_on" date,
	"consent_note" text,
	CONSTRAINT "promise_moves_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "promise_snapshots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"policy_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quote_lines" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"extras" text[] NOT NULL,
	CONSTRAINT "quote_lines_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "quote_lines_quantity" CHECK ("quote_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "quote_revisions" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"valid_until" date NOT NULL,
	"solution" text NOT NULL,
	"note" text NOT NULL,
	"currency" text NOT NULL,
	"discount" bigint NOT NULL,
	"total" bigint NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"disclosed" jsonb,
	"fees_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quote_revisions_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"serial" integer NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"owner_id" uuid,
	"accepted_revision_id" uuid,
	"invoice_id" uuid,
	"closed_on" date,
	"declined_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quotes_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "quotes_accepted" CHECK (("quotes"."status" = 'ACCEPTED') = ("quotes"."invoice_id" is not null))
);
--> statement-breakpoint
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
ALTER TABLE "products" ADD COLUMN "extras" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "is_part" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD COLUMN "snapshot_id" uuid;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD COLUMN "facts" jsonb;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD COLUMN "hash" text;
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "slug" text;
--> statement-breakpoint
UPDATE "policies" SET "slug" = coalesce(nullif(trim(both '-' from left(regexp_replace(lower("name"), '[^a-z0-9]+', '-', 'g'), 40)), '') || '-', 'policy-') || right("id"::text, 6);
--> statement-breakpoint
ALTER TABLE "policies" ALTER COLUMN "slug" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "base_id" uuid;
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "regions" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "words" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "probe_days" integer DEFAULT 30 NOT NULL;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD COLUMN "calendar_id" uuid;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD COLUMN "point_ids" uuid[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD COLUMN "updated_by" text;
--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_charges" ADD CONSTRAINT "claim_charges_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_charges" ADD CONSTRAINT "claim_charges_claim_id_fk" FOREIGN KEY ("customer_id","claim_id") REFERENCES "public"."claims"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_claim_id_fk" FOREIGN KEY ("customer_id","claim_id") REFERENCES "public"."claims"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_sale_line_id_fk" FOREIGN KEY ("customer_id","sale_line_id") REFERENCES "public"."invoice_lines"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_lines" ADD CONSTRAINT "claim_lines_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_receipts" ADD CONSTRAINT "claim_receipts_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claim_receipts" ADD CONSTRAINT "claim_receipts_claim_id_fk" FOREIGN KEY ("customer_id","claim_id") REFERENCES "public"."claims"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_invoice_id_fk" FOREIGN KEY ("customer_id","invoice_id") REFERENCES "public"."invoices"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "fulfilment_tasks" ADD CONSTRAINT "fulfilment_tasks_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "fulfilment_tasks" ADD CONSTRAINT "fulfilment_tasks_invoice_id_fk" FOREIGN KEY ("customer_id","invoice_id") REFERENCES "public"."invoices"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "fulfilment_tasks" ADD CONSTRAINT "fulfilment_tasks_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "service_point_probes" ADD CONSTRAINT "service_point_probes_point_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."service_points"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "service_points" ADD CONSTRAINT "service_points_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_comments" ADD CONSTRAINT "policy_comments_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_cuts" ADD CONSTRAINT "policy_cuts_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "promise_moves" ADD CONSTRAINT "promise_moves_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "promise_moves" ADD CONSTRAINT "promise_moves_entitlement_id_fk" FOREIGN KEY ("customer_id","entitlement_id") REFERENCES "public"."entitlements"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "promise_moves" ADD CONSTRAINT "promise_moves_from_snapshot_id_fk" FOREIGN KEY ("from_snapshot_id") REFERENCES "public"."promise_snapshots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "promise_moves" ADD CONSTRAINT "promise_moves_to_snapshot_id_fk" FOREIGN KEY ("to_snapshot_id") REFERENCES "public"."promise_snapshots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "promise_snapshots" ADD CONSTRAINT "promise_snapshots_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "promise_snapshots" ADD CONSTRAINT "promise_snapshots_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_revision_id_fk" FOREIGN KEY ("customer_id","revision_id") REFERENCES "public"."quote_revisions"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quote_revisions" ADD CONSTRAINT "quote_revisions_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quote_revisions" ADD CONSTRAINT "quote_revisions_quote_id_fk" FOREIGN KEY ("customer_id","quote_id") REFERENCES "public"."quotes"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_invoice_id_fk" FOREIGN KEY ("customer_id","invoice_id") REFERENCES "public"."invoices"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "what_if_effects" ADD CONSTRAINT "what_if_effects_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "what_if_effects" ADD CONSTRAINT "what_if_effects_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."what_if_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "what_if_runs" ADD CONSTRAINT "what_if_runs_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_days_date_key" ON "calendar_days" USING btree ("calendar_id","date");
--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_name_key" ON "calendars" USING btree ("name");
--> statement-breakpoint
CREATE UNIQUE INDEX "claim_charges_position_key" ON "claim_charges" USING btree ("customer_id","claim_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "claim_lines_once_key" ON "claim_lines" USING btree ("customer_id","claim_id","sale_line_id");
--> statement-breakpoint
CREATE INDEX "claim_lines_sale_idx" ON "claim_lines" USING btree ("customer_id","sale_line_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "claim_receipts_hash_key" ON "claim_receipts" USING btree ("customer_id","claim_id","hash");
--> statement-breakpoint
CREATE INDEX "claim_receipts_hash_idx" ON "claim_receipts" USING btree ("hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "claims_number_key" ON "claims" USING btree ("customer_id","number");
--> statement-breakpoint
CREATE INDEX "claims_invoice_idx" ON "claims" USING btree ("customer_id","invoice_id");
--> statement-breakpoint
CREATE INDEX "claims_newest_idx" ON "claims" USING btree ("claimed_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "fulfilment_tasks_promise_key" ON "fulfilment_tasks" USING btree ("customer_id","invoice_id","policy_version_id","kind","term_id","ordinal");
--> statement-breakpoint
CREATE INDEX "fulfilment_tasks_due_idx" ON "fulfilment_tasks" USING btree ("due_on","id") WHERE status in ('OPEN', 'SCHEDULED');
--> statement-breakpoint
CREATE INDEX "fulfilment_tasks_owner_idx" ON "fulfilment_tasks" USING btree ("owner_id","status");
--> statement-breakpoint
CREATE INDEX "service_point_probes_answered_idx" ON "service_point_probes" USING btree ("point_id","answered","on_day");
--> statement-breakpoint
CREATE INDEX "service_point_probes_newest_idx" ON "service_point_probes" USING btree ("on_day","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "service_points_name_key" ON "service_points" USING btree ("name");
--> statement-breakpoint
CREATE INDEX "policy_comments_version_idx" ON "policy_comments" USING btree ("policy_version_id","at");
--> statement-breakpoint
CREATE INDEX "policy_cuts_version_idx" ON "policy_cuts" USING btree ("policy_version_id","proposed_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "policy_cuts_pending_key" ON "policy_cuts" USING btree ("policy_version_id") WHERE "policy_cuts"."status" = 'PENDING';
--> statement-breakpoint
CREATE UNIQUE INDEX "policy_floors_key" ON "policy_floors" USING btree ("kind","field",coalesce("row", ''),coalesce("cell", ''));
--> statement-breakpoint
CREATE INDEX "promise_moves_entitlement_idx" ON "promise_moves" USING btree ("customer_id","entitlement_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "promise_snapshots_hash_key" ON "promise_snapshots" USING btree ("hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "quote_lines_position_key" ON "quote_lines" USING btree ("customer_id","revision_id","position");
--> statement-breakpoint
CREATE INDEX "quote_lines_product_idx" ON "quote_lines" USING btree ("product_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "quote_revisions_number_key" ON "quote_revisions" USING btree ("customer_id","quote_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "quote_revisions_draft_key" ON "quote_revisions" USING btree ("customer_id","quote_id") WHERE status = 'DRAFT';
--> statement-breakpoint
CREATE UNIQUE INDEX "quote_revisions_sent_key" ON "quote_revisions" USING btree ("customer_id","quote_id") WHERE status in ('SENT', 'ACCEPTED');
--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_number_key" ON "quotes" USING btree ("customer_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_invoice_key" ON "quotes" USING btree ("customer_id","invoice_id");
--> statement-breakpoint
CREATE INDEX "quotes_newest_idx" ON "quotes" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "quotes_serial_idx" ON "quotes" USING btree ("serial");
--> statement-breakpoint
CREATE UNIQUE INDEX "what_if_effects_run_key" ON "what_if_effects" USING btree ("run_id","customer_id");
--> statement-breakpoint
CREATE INDEX "what_if_runs_newest_idx" ON "what_if_runs" USING btree ("started_at","id");
--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."promise_snapshots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "policies_slug_key" ON "policies" USING btree ("slug");
--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_probe_days" CHECK ("policies"."probe_days" between 1 and 366);

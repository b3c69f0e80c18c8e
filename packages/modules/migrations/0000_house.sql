CREATE TABLE "staff_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'AUDITOR' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_members_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "staff_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"operation" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "business" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"as_of" date,
	"currency" text NOT NULL,
	"timezone" text NOT NULL,
	"locale" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "business_single" CHECK ("business"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text PRIMARY KEY NOT NULL,
	"input_hash" text NOT NULL,
	"payload" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance_secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kernel_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"dead_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"complexity" text DEFAULT 'LOW' NOT NULL,
	"price" bigint,
	"currency" text NOT NULL,
	"partner_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"batch_id" uuid
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"partner_id" uuid,
	"purpose" text NOT NULL,
	"status" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	CONSTRAINT "consents_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contacts_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_numbers" (
	"number" text PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"segment" text NOT NULL,
	"segment_source" text DEFAULT 'AUTOMATIC' NOT NULL,
	"stage" text NOT NULL,
	"internal_note" text,
	"since" date NOT NULL,
	"currency" text NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"last_purchase_at" timestamp (3) with time zone,
	"last_touch_at" timestamp (3) with time zone,
	"health" integer DEFAULT -1 NOT NULL,
	"health_change" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"batch_id" uuid
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"channel" text NOT NULL,
	"direction" text NOT NULL,
	"tag" text NOT NULL,
	"subject" text NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "touchpoints_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"file_bytes" bigint NOT NULL,
	"status" text NOT NULL,
	"mapping" jsonb,
	"preview" jsonb,
	"counts" jsonb,
	"progress" jsonb,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"started_by" text
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"fault" text,
	"field" text,
	"raw" text NOT NULL,
	CONSTRAINT "import_rejects_pkey" PRIMARY KEY("batch_id","line")
);
--> statement-breakpoint
CREATE TABLE "imported_changes" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"since" date NOT NULL,
	"version" integer NOT NULL,
	"version_after" integer NOT NULL,
	CONSTRAINT "imported_changes_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "staging_customers" (
	"number" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"is_new" boolean NOT NULL,
	"since" date NOT NULL,
	"latest_at" timestamp (3) with time zone NOT NULL,
	"country" text NOT NULL,
	"countries" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staging_invoices" (
	"number" text NOT NULL,
	"customer" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"is_new" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"country" text NOT NULL,
	"total" bigint NOT NULL,
	"lines" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staging_lines" (
	"line" integer NOT NULL,
	"id" uuid NOT NULL,
	"customer" text NOT NULL,
	"invoice" text NOT NULL,
	"code" text NOT NULL,
	"ordinal" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"repeated" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staging_products" (
	"code" text NOT NULL,
	"id" uuid NOT NULL,
	"is_new" boolean NOT NULL,
	"name" text NOT NULL,
	"price" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"key_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"preview" boolean NOT NULL,
	"preview_by" text,
	"operation" text,
	"document_hash" text NOT NULL,
	"fields" text[] NOT NULL,
	"customers" integer NOT NULL,
	"customer_ids" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"fields" text[] NOT NULL,
	"regions" text[] NOT NULL,
	"segments" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"minimum_count" integer NOT NULL,
	"grants_version" integer NOT NULL,
	"ref_inner" text NOT NULL,
	"ref_outer" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_period" CHECK ("agreements"."valid_to" is null or "agreements"."valid_to" > "agreements"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"label" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "partner_product_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"product_id" uuid,
	"category" text,
	"role" text NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "partner_product_roles_scope" CHECK (num_nonnulls("partner_product_roles"."product_id", "partner_product_roles"."category") = 1)
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"website" text,
	"contact_email" text,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_customers" (
	"customer_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"ref" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"number" text,
	"kind" text,
	"name" text,
	"country" text,
	"region" text,
	"segment" text,
	"stage" text,
	"since" date,
	"value" bigint,
	"orders" integer,
	"last_purchase_at" timestamp (3) with time zone,
	"last_touch_at" timestamp (3) with time zone,
	"health" integer,
	CONSTRAINT "shared_customers_pkey" PRIMARY KEY("customer_id","agreement_id")
);
--> statement-breakpoint
CREATE TABLE "entitlements" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"granted_on" date NOT NULL,
	CONSTRAINT "entitlements_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"stage" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"terms" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_versions_period" CHECK ("policy_versions"."effective_to" is null or "policy_versions"."effective_to" >= "policy_versions"."effective_from"),
	CONSTRAINT "policy_versions_published" CHECK (("policy_versions"."status" = 'DRAFT') = ("policy_versions"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_line_id" uuid NOT NULL,
	"sale_line_id" uuid,
	"invoice_id" uuid NOT NULL,
	"code" text NOT NULL,
	"quantity" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"status" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"policy_version_id" uuid,
	"policy_id" uuid,
	"term_id" text,
	"counted_from" date,
	"deadline" date,
	"trace" jsonb NOT NULL,
	CONSTRAINT "returns_pkey" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "returns_quantity" CHECK ("returns"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "health_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"as_of" date NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"customers" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"raised" integer DEFAULT 0 NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health_scores" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"week" date NOT NULL,
	"score" integer NOT NULL,
	"previous" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "health_scores_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_actions" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"why" text,
	"due_on" date NOT NULL,
	"owner_id" uuid,
	"currency" text NOT NULL,
	"cost" bigint NOT NULL,
	"done_on" date,
	"result" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_actions_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_resources" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_resources_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "retention_plans" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"goal" text NOT NULL,
	"owner_id" uuid,
	"starts_on" date NOT NULL,
	"currency" text NOT NULL,
	"budget" bigint NOT NULL,
	"warning_id" uuid,
	"outcome" text,
	"outcome_note" text,
	"stop_reason" text,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "retention_plans_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "retention_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"warn_below" integer NOT NULL,
	"margin" integer NOT NULL,
	"per_agent_per_day" integer NOT NULL,
	"due_in_working_days" integer NOT NULL,
	"closed_days" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warnings" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"raised_on" date NOT NULL,
	"severity" text NOT NULL,
	"status" text NOT NULL,
	"score" integer NOT NULL,
	"change" integer NOT NULL,
	"currency" text NOT NULL,
	"value_at_risk" bigint NOT NULL,
	"reasons" jsonb NOT NULL,
	"owner_id" uuid,
	"due_on" date NOT NULL,
	"dismissed_reason" text,
	"recovered_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "warnings_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"code" text NOT NULL,
	"product_id" uuid,
	"ordinal" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"repeated" boolean DEFAULT false NOT NULL,
	"batch_id" uuid,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"lines" integer NOT NULL,
	"batch_id" uuid,
	CONSTRAINT "invoices_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "return_matches" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_line_id" uuid NOT NULL,
	"sale_line_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "return_matches_pkey" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_user_id_staff_members_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff_members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_user_id_staff_members_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff_members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "imported_changes" ADD CONSTRAINT "imported_changes_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "partner_product_roles" ADD CONSTRAINT "partner_product_roles_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "partner_product_roles" ADD CONSTRAINT "partner_product_roles_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shared_customers" ADD CONSTRAINT "shared_customers_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shared_customers" ADD CONSTRAINT "shared_customers_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_invoice_id_fk" FOREIGN KEY ("customer_id","invoice_id") REFERENCES "public"."invoices"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_return_line_id_fk" FOREIGN KEY ("customer_id","return_line_id") REFERENCES "public"."invoice_lines"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_sale_line_id_fk" FOREIGN KEY ("customer_id","sale_line_id") REFERENCES "public"."invoice_lines"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_invoice_id_fk" FOREIGN KEY ("customer_id","invoice_id") REFERENCES "public"."invoices"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "health_scores" ADD CONSTRAINT "health_scores_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_plan_id_fk" FOREIGN KEY ("customer_id","plan_id") REFERENCES "public"."retention_plans"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_resources" ADD CONSTRAINT "plan_resources_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_resources" ADD CONSTRAINT "plan_resources_plan_id_fk" FOREIGN KEY ("customer_id","plan_id") REFERENCES "public"."retention_plans"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "retention_plans" ADD CONSTRAINT "retention_plans_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "retention_plans" ADD CONSTRAINT "retention_plans_warning_id_fk" FOREIGN KEY ("customer_id","warning_id") REFERENCES "public"."warnings"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_fk" FOREIGN KEY ("customer_id","invoice_id") REFERENCES "public"."invoices"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "return_matches" ADD CONSTRAINT "return_matches_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("customer_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "return_matches" ADD CONSTRAINT "return_matches_return_line_id_fk" FOREIGN KEY ("customer_id","return_line_id") REFERENCES "public"."invoice_lines"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "return_matches" ADD CONSTRAINT "return_matches_sale_line_id_fk" FOREIGN KEY ("customer_id","sale_line_id") REFERENCES "public"."invoice_lines"("customer_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "staff_accounts_user" ON "staff_accounts" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "staff_sessions_user" ON "staff_sessions" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "staff_verifications_identifier" ON "staff_verifications" USING btree ("identifier");
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_id" ON "audit_events" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject","seq");
--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "outbox_events_due" ON "outbox_events" USING btree ("due_at","seq") WHERE "outbox_events"."dead_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "products_code_key" ON "products" USING btree ("code");
--> statement-breakpoint
CREATE INDEX "products_name_idx" ON "products" USING btree ("name","id");
--> statement-breakpoint
CREATE INDEX "consents_use_idx" ON "consents" USING btree ("purpose","partner_id","customer_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "customer_numbers_customer_key" ON "customer_numbers" USING btree ("customer_id");
--> statement-breakpoint
CREATE INDEX "customers_number_idx" ON "customers" USING btree ("number","customer_id");
--> statement-breakpoint
CREATE INDEX "customers_value_idx" ON "customers" USING btree ("value","customer_id");
--> statement-breakpoint
CREATE INDEX "customers_health_idx" ON "customers" USING btree ("health","customer_id");
--> statement-breakpoint
CREATE INDEX "customers_page_idx" ON "customers" USING btree ("region","segment","value","customer_id");
--> statement-breakpoint
CREATE INDEX "customers_batch_idx" ON "customers" USING btree ("batch_id");
--> statement-breakpoint
CREATE INDEX "touchpoints_time_idx" ON "touchpoints" USING btree ("customer_id","at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "import_batches_one_running" ON "import_batches" USING btree ("status") WHERE status = 'RUNNING';
--> statement-breakpoint
CREATE INDEX "access_receipts_agreement_idx" ON "access_receipts" USING btree ("agreement_id","at","id");
--> statement-breakpoint
CREATE INDEX "access_receipts_key_idx" ON "access_receipts" USING btree ("key_id","at");
--> statement-breakpoint
CREATE INDEX "agreements_partner_idx" ON "agreements" USING btree ("partner_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "api_keys_agreement_idx" ON "api_keys" USING btree ("agreement_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "partner_product_roles_product_key" ON "partner_product_roles" USING btree ("partner_id","product_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "partner_product_roles_category_key" ON "partner_product_roles" USING btree ("partner_id","category");
--> statement-breakpoint
CREATE INDEX "partners_name_idx" ON "partners" USING btree ("name","id");
--> statement-breakpoint
CREATE INDEX "shared_customers_ref_idx" ON "shared_customers" USING btree ("agreement_id","ref");
--> statement-breakpoint
CREATE INDEX "shared_customers_value_idx" ON "shared_customers" USING btree ("agreement_id","value" DESC NULLS FIRST,"ref" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX "shared_customers_page_idx" ON "shared_customers" USING btree ("agreement_id","region","segment","value" DESC NULLS FIRST,"ref" DESC NULLS FIRST);
--> statement-breakpoint
CREATE UNIQUE INDEX "entitlements_invoice_key" ON "entitlements" USING btree ("customer_id","invoice_id","policy_id");
--> statement-breakpoint
CREATE INDEX "entitlements_version_idx" ON "entitlements" USING btree ("policy_version_id","granted_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "policies_name_key" ON "policies" USING btree ("name");
--> statement-breakpoint
CREATE UNIQUE INDEX "policy_versions_number_key" ON "policy_versions" USING btree ("policy_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "returns_pieces_key" ON "returns" USING btree ("customer_id","return_line_id",coalesce("sale_line_id", "return_line_id"));
--> statement-breakpoint
CREATE INDEX "returns_sale_line_idx" ON "returns" USING btree ("customer_id","sale_line_id");
--> statement-breakpoint
CREATE INDEX "returns_open_idx" ON "returns" USING btree ("customer_id","at") WHERE "returns"."status" = 'OPEN';
--> statement-breakpoint
CREATE INDEX "returns_newest_idx" ON "returns" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "health_runs_started_idx" ON "health_runs" USING btree ("started_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "health_scores_week_key" ON "health_scores" USING btree ("customer_id","week");
--> statement-breakpoint
CREATE INDEX "plan_actions_plan_idx" ON "plan_actions" USING btree ("customer_id","plan_id");
--> statement-breakpoint
CREATE INDEX "plan_actions_due_idx" ON "plan_actions" USING btree ("due_on","id") WHERE done_on is null;
--> statement-breakpoint
CREATE INDEX "plan_resources_plan_idx" ON "plan_resources" USING btree ("customer_id","plan_id");
--> statement-breakpoint
CREATE INDEX "retention_plans_status_idx" ON "retention_plans" USING btree ("status","starts_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_one_open_key" ON "warnings" USING btree ("customer_id") WHERE status in ('OPEN', 'PLANNED');
--> statement-breakpoint
CREATE INDEX "warnings_queue_idx" ON "warnings" USING btree ("status","value_at_risk","id");
--> statement-breakpoint
CREATE INDEX "warnings_owner_idx" ON "warnings" USING btree ("owner_id","status");
--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_match_key" ON "invoice_lines" USING btree ("customer_id","invoice_id","code","ordinal");
--> statement-breakpoint
CREATE INDEX "invoice_lines_product_idx" ON "invoice_lines" USING btree ("product_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number_key" ON "invoices" USING btree ("customer_id","number");
--> statement-breakpoint
CREATE INDEX "invoices_at_idx" ON "invoices" USING btree ("customer_id","at");
--> statement-breakpoint
CREATE INDEX "invoices_newest_idx" ON "invoices" USING btree ("at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "return_matches_pair_key" ON "return_matches" USING btree ("customer_id","return_line_id","sale_line_id");
--> statement-breakpoint
CREATE INDEX "return_matches_sale_idx" ON "return_matches" USING btree ("customer_id","sale_line_id");

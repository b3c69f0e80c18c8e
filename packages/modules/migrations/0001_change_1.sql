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
ALTER TABLE "entitlements" ADD COLUMN "snapshot_id" uuid;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD COLUMN "facts" jsonb;
--> statement-breakpoint
ALTER TABLE "entitlements" ADD COLUMN "hash" text;
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "slug" text NOT NULL;
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
CREATE INDEX "promise_moves_entitlement_idx" ON "promise_moves" USING btree ("customer_id","entitlement_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "promise_snapshots_hash_key" ON "promise_snapshots" USING btree ("hash");
--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."promise_snapshots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "policies_slug_key" ON "policies" USING btree ("slug");
--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_probe_days" CHECK ("policies"."probe_days" between 1 and 366);

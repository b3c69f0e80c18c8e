ALTER TABLE "service_points" ADD COLUMN "words" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD COLUMN "intro" text;
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD COLUMN "phrases" jsonb DEFAULT '{}'::jsonb NOT NULL;

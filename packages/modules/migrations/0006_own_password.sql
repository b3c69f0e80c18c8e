ALTER TABLE "staff_members" ADD COLUMN "password_own" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "staff_members" ADD COLUMN "password_reset_at" timestamp (3) with time zone;

ALTER TABLE "what_if_runs" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;

ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;

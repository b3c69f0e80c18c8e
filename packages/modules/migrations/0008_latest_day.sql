ALTER TABLE "business" ADD COLUMN "latest_day" date;

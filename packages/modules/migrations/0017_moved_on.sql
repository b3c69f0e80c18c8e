ALTER TABLE "promise_moves" ADD COLUMN "moved_on" date;

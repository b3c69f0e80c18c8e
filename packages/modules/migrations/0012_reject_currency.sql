ALTER TABLE "import_rejects" ADD COLUMN "currency" text;

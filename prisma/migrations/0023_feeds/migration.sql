-- When readers could first see a check: feeds tell what is new by it. A check is often agreed days before its interview goes out.

-- AlterTable
ALTER TABLE "PublishedClaim" ADD COLUMN     "shownAt" TIMESTAMPTZ(3);
UPDATE "PublishedClaim" AS c SET "shownAt" = greatest(c."checkedAt", p."firstPublishedAt") FROM "PublishedPage" AS p WHERE p."interviewId" = c."interviewId";
ALTER TABLE "PublishedClaim" ALTER COLUMN "shownAt" SET NOT NULL;

-- CreateIndex
CREATE INDEX "PublishedClaim_shownAt_interviewId_number_idx" ON "PublishedClaim"("shownAt", "interviewId", "number");

-- What Prisma cannot say: the moment follows from the row and its page, whoever writes the row.
CREATE FUNCTION published_claim_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."shownAt" := greatest(NEW."checkedAt", (SELECT p."firstPublishedAt" FROM "PublishedPage" AS p WHERE p."interviewId" = NEW."interviewId"));
  RETURN NEW;
END $$;
CREATE TRIGGER published_claim_shown BEFORE INSERT OR UPDATE ON "PublishedClaim" FOR EACH ROW EXECUTE FUNCTION published_claim_shown();

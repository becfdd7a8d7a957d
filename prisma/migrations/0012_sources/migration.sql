-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "appearanceArchivedUrl" TEXT;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "affiliation" TEXT,
ADD COLUMN     "copyAt" TIMESTAMPTZ(3),
ADD COLUMN     "copyUrl" TEXT,
ADD COLUMN     "description" TEXT;

-- What Prisma cannot say.

-- What is known of an expert today is what the sources named until now were shown with.
UPDATE "Evidence" SET "affiliation" = NULLIF(p."affiliation", ''), "description" = NULLIF(p."description", '')
FROM "Person" p WHERE p."id" = "Evidence"."expertId";

-- A copy says when it was taken, and where from where a page was read; what was stated of an expert belongs to an expert's words.
UPDATE "Evidence" SET "copyAt" = now() WHERE "copyHash" IS NOT NULL;
ALTER TABLE "Evidence"
  ADD CONSTRAINT evidence_copy_taken CHECK (("copyAt" IS NULL) = ("copyHash" IS NULL) AND ("copyUrl" IS NULL OR "copyHash" IS NOT NULL)),
  ADD CONSTRAINT evidence_stated CHECK ("expertId" IS NOT NULL OR ("affiliation" IS NULL AND "description" IS NULL));

-- Only a claim made elsewhere has an archived address of where it was made (claim_origin says the same of the others).
ALTER TABLE "Claim" ADD CONSTRAINT claim_archived_elsewhere CHECK ("appearanceArchivedUrl" IS NULL OR "origin" = 'elsewhere');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "anchorVersion" INTEGER NOT NULL DEFAULT 1;

-- Which of the older approvals were of these words is not known: only those of the present version are taken to be.
UPDATE "Claim" SET "anchorVersion" = "version";

ALTER TABLE "Claim" ADD CONSTRAINT claim_anchor_version CHECK ("anchorVersion" BETWEEN 1 AND "version");

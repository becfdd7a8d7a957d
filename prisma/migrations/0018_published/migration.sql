-- What becomes public and how it changes: planned publications, preview links, tokens, readers' reports, chapters, corrections
-- that name what was wrong.

-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('background', 'chapter');

-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('waiting', 'published', 'withdrawn', 'stopped');

-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'reported';
ALTER TYPE "NoticeKind" ADD VALUE 'planned';

-- AlterTable
ALTER TABLE "BackgroundNote" ADD COLUMN     "kind" "NoteKind" NOT NULL DEFAULT 'background';

-- AlterTable
ALTER TABLE "PublicChange" ADD COLUMN     "wrong" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "PublicationPlan" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "publishAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "state" "PlanState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL DEFAULT '',
    "plannedById" UUID,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "number" INTEGER,

    CONSTRAINT "PublicationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "seen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReaderReport" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "publication" INTEGER NOT NULL,
    "claimNumber" INTEGER,
    "message" TEXT NOT NULL,
    "replyTo" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "ReaderReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublicationPlan_interviewId_plannedAt_idx" ON "PublicationPlan"("interviewId", "plannedAt");

-- CreateIndex
CREATE INDEX "PublicationPlan_state_publishAt_idx" ON "PublicationPlan"("state", "publishAt");

-- CreateIndex
CREATE UNIQUE INDEX "PreviewLink_tokenHash_key" ON "PreviewLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PreviewLink_interviewId_createdAt_idx" ON "PreviewLink"("interviewId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_memberId_createdAt_idx" ON "ApiToken"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "ReaderReport_interviewId_at_idx" ON "ReaderReport"("interviewId", "at");

-- CreateIndex
CREATE INDEX "ReaderReport_closedAt_at_idx" ON "ReaderReport"("closedAt", "at");

-- AddForeignKey
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- One plan at a time waits for an interview; one that waits has no end, one that came true has its number.
CREATE UNIQUE INDEX "PublicationPlan_one_waits" ON "PublicationPlan" ("interviewId") WHERE "state" = 'waiting';
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "publication_plan_ends" CHECK (
  ("state" = 'waiting') = ("endedAt" IS NULL) AND ("state" = 'published') = ("number" IS NOT NULL) AND ("state" = 'stopped') = ("reason" <> ''));
ALTER TABLE "PreviewLink" ADD CONSTRAINT "preview_link_expires" CHECK ("expiresAt" > "createdAt" AND "seen" >= 0);
ALTER TABLE "ReaderReport" ADD CONSTRAINT "reader_report_says" CHECK (
  length("message") BETWEEN 1 AND 4000 AND length("replyTo") <= 254 AND ("closedAt" IS NULL) = ("closedById" IS NULL));
ALTER TABLE "PublicChange" ADD CONSTRAINT "public_change_wrong" CHECK ("wrong" = '' OR "kind" = 'correction');

-- Every server process hears at once that something public changed, and forgets what it keeps.
CREATE FUNCTION tell_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('published', NEW."interviewId")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER publication_tells AFTER INSERT ON "Publication" FOR EACH ROW EXECUTE FUNCTION tell_published();

CREATE FUNCTION tell_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('setting', NEW."key")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER setting_tells AFTER INSERT OR UPDATE ON "Setting" FOR EACH ROW EXECUTE FUNCTION tell_setting();

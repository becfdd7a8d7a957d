-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stepId" UUID;

-- CreateTable
CREATE TABLE "TranscriptStep" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoesId" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "TranscriptStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TranscriptStep_undoesId_key" ON "TranscriptStep"("undoesId");

-- CreateIndex
CREATE INDEX "TranscriptStep_interviewId_revision_idx" ON "TranscriptStep"("interviewId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "TranscriptStep_interviewId_number_key" ON "TranscriptStep"("interviewId", "number");

-- AddForeignKey
ALTER TABLE "TranscriptStep" ADD CONSTRAINT "TranscriptStep_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptStep" ADD CONSTRAINT "TranscriptStep_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptStep" ADD CONSTRAINT "TranscriptStep_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "TranscriptStep"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- A turn that is put in or taken out moves all turns after it by one, in one statement: two of them may have one position
-- until it ends, and never after.
DROP INDEX "Turn_transcriptId_position_key";
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_transcriptId_position_key" UNIQUE ("transcriptId", "position") DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "Turn" ADD CONSTRAINT turn_revision CHECK ("revision" >= 0);

ALTER TABLE "TranscriptStep"
  ADD CONSTRAINT step_number CHECK ("number" >= 1 AND "revision" >= 1),
  ADD CONSTRAINT step_kind CHECK ("kind" IN
    ('words', 'split', 'merge', 'speaker', 'rename', 'replace', 'shift', 'stretch', 'time', 'transcript', 'undo')),
  ADD CONSTRAINT step_undo CHECK (("kind" = 'undo') = ("undoesId" IS NOT NULL) AND "undoesId" IS DISTINCT FROM "id"),
  ADD CONSTRAINT step_says_what CHECK (btrim("summary") <> '');

CREATE TRIGGER step_append_only BEFORE UPDATE OR DELETE ON "TranscriptStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER step_no_truncate BEFORE TRUNCATE ON "TranscriptStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

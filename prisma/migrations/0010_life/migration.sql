-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "sentById" UUID;

-- AlterTable
ALTER TABLE "ClaimLook" ADD COLUMN     "trail" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ClaimOpinion" ADD COLUMN     "openly" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ClaimTalk" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "verdictKey" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "claimReviewed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimTalk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Claim_sentById_idx" ON "Claim"("sentById");

-- CreateIndex
CREATE INDEX "ClaimTalk_claimId_at_idx" ON "ClaimTalk"("claimId", "at");

-- CreateIndex
CREATE INDEX "ClaimTalk_memberId_idx" ON "ClaimTalk"("memberId");

-- CreateIndex
CREATE INDEX "ClaimTalk_verdictKey_idx" ON "ClaimTalk"("verdictKey");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTalk" ADD CONSTRAINT "ClaimTalk_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTalk" ADD CONSTRAINT "ClaimTalk_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTalk" ADD CONSTRAINT "ClaimTalk_verdictKey_fkey" FOREIGN KEY ("verdictKey") REFERENCES "Verdict"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "ClaimTalk" ADD CONSTRAINT claim_talk_outcome CHECK (btrim("outcome") <> '');
ALTER TABLE "ClaimOpinion" ADD CONSTRAINT claim_opinion_reason CHECK (btrim("reason") <> '');
ALTER TABLE "ClaimHearing" ADD CONSTRAINT claim_hearing_seconds CHECK ("startMs" >= 0 AND ("endMs" IS NULL OR "endMs" >= "startMs"));

-- Transcripts loaded before this was asked: by the format, as a new one is proposed (transcripts/machine-made.ts).
UPDATE "Transcript" SET "machineMade" = true WHERE "format" IN (
  'youtube-vtt', 'youtube-json', 'whisper-json', 'assemblyai', 'aws-transcribe', 'deepgram', 'rev-ai', 'google-stt',
  'azure-speech', 'elevenlabs', 'gladia', 'sonix', 'ibm-watson', 'speechmatics', 'bbc-kaldi', 'vosk', 'auto-edit', 'dpe');

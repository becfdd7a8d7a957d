-- CreateEnum
CREATE TYPE "EmbedProvider" AS ENUM ('youtube', 'vimeo');

-- AlterTable
ALTER TABLE "Recording" ADD COLUMN     "embedId" TEXT,
ADD COLUMN     "embedProvider" "EmbedProvider";

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "mime" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Upload_interviewId_memberId_idx" ON "Upload"("interviewId", "memberId");

-- CreateIndex
CREATE INDEX "Upload_memberId_idx" ON "Upload"("memberId");

-- CreateIndex
CREATE INDEX "Upload_updatedAt_idx" ON "Upload"("updatedAt");

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Recording" DROP CONSTRAINT recording_somewhere,
  ADD CONSTRAINT recording_somewhere CHECK (num_nonnulls("fileHash", "url", "embedProvider") = 1),
  ADD CONSTRAINT recording_embed CHECK (("embedProvider" IS NULL) = ("embedId" IS NULL)),
  ADD CONSTRAINT recording_embed_id CHECK ("embedId" ~ '^[A-Za-z0-9_/-]{1,40}$');

ALTER TABLE "Upload" ADD CONSTRAINT upload_bytes CHECK ("bytes" > 0 AND "received" BETWEEN 0 AND "bytes"),
  ADD CONSTRAINT upload_known CHECK ("received" = 0 OR "mime" IS NOT NULL),
  ADD CONSTRAINT upload_whole CHECK ("doneAt" IS NULL OR "received" = "bytes");

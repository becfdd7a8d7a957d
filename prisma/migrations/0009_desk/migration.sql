-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "CommentKind" AS ENUM ('comment', 'handedBack');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('assigned', 'mentioned', 'replied', 'handedBack', 'deadline', 'talk');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "handedBackAt" TIMESTAMPTZ(3),
ADD COLUMN     "priority" "Priority" NOT NULL DEFAULT 'normal',
ADD COLUMN     "repeatOfId" UUID;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "kind" "CommentKind" NOT NULL DEFAULT 'comment',
ADD COLUMN     "resolvedById" UUID,
ADD COLUMN     "threadId" UUID;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "copyBytes" INTEGER,
ADD COLUMN     "copyHash" TEXT,
ADD COLUMN     "copyMime" TEXT,
ADD COLUMN     "copyName" TEXT;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "mailNotices" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Transcript" ADD COLUMN     "machineMade" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "MemberTotp" (
    "memberId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MemberTotp_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "backedUp" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberIdentity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MemberIdentity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "SignInStep" (
    "tokenHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" UUID,
    "data" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInStep_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "CommandReceipt" (
    "memberId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "value" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommandReceipt_pkey" PRIMARY KEY ("memberId","requestId")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "claimId" UUID,
    "field" TEXT NOT NULL DEFAULT '',
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "interviewId" UUID,
    "claimId" UUID,
    "commentId" UUID,
    "actorName" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SettingVersion" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "memberId" UUID,
    "memberName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SettingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimOpinion" (
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "verdictKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL,
    "claimReviewed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimOpinion_pkey" PRIMARY KEY ("claimId","memberId")
);

-- CreateTable
CREATE TABLE "ClaimHearing" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "startMs" INTEGER,
    "endMs" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimHearing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimLook" (
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "seen" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimLook_pkey" PRIMARY KEY ("claimId","memberId")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_memberId_codeHash_key" ON "RecoveryCode"("memberId", "codeHash");

-- CreateIndex
CREATE INDEX "Passkey_memberId_idx" ON "Passkey"("memberId");

-- CreateIndex
CREATE INDEX "MemberIdentity_memberId_idx" ON "MemberIdentity"("memberId");

-- CreateIndex
CREATE INDEX "SignInStep_expiresAt_idx" ON "SignInStep"("expiresAt");

-- CreateIndex
CREATE INDEX "CommandReceipt_at_idx" ON "CommandReceipt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_memberId_name_key" ON "SavedFilter"("memberId", "name");

-- CreateIndex
CREATE INDEX "Presence_interviewId_idx" ON "Presence"("interviewId");

-- CreateIndex
CREATE INDEX "Presence_memberId_idx" ON "Presence"("memberId");

-- CreateIndex
CREATE INDEX "Notice_memberId_at_idx" ON "Notice"("memberId", "at");

-- CreateIndex
CREATE INDEX "Notice_interviewId_idx" ON "Notice"("interviewId");

-- CreateIndex
CREATE INDEX "Notice_claimId_idx" ON "Notice"("claimId");

-- CreateIndex
CREATE INDEX "Notice_commentId_idx" ON "Notice"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_memberId_key_key" ON "Notice"("memberId", "key");

-- CreateIndex
CREATE INDEX "SettingVersion_key_id_idx" ON "SettingVersion"("key", "id");

-- CreateIndex
CREATE INDEX "ClaimOpinion_memberId_idx" ON "ClaimOpinion"("memberId");

-- CreateIndex
CREATE INDEX "ClaimOpinion_verdictKey_idx" ON "ClaimOpinion"("verdictKey");

-- CreateIndex
CREATE INDEX "ClaimHearing_claimId_at_idx" ON "ClaimHearing"("claimId", "at");

-- CreateIndex
CREATE INDEX "ClaimHearing_memberId_idx" ON "ClaimHearing"("memberId");

-- CreateIndex
CREATE INDEX "ClaimLook_memberId_idx" ON "ClaimLook"("memberId");

-- CreateIndex
CREATE INDEX "CommentMention_memberId_idx" ON "CommentMention"("memberId");

-- CreateIndex
CREATE INDEX "Claim_repeatOfId_idx" ON "Claim"("repeatOfId");

-- CreateIndex
CREATE INDEX "Claim_assigneeId_status_idx" ON "Claim"("assigneeId", "status");

-- CreateIndex
CREATE INDEX "Claim_status_updatedAt_id_idx" ON "Claim"("status", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_dueAt_idx" ON "Claim"("dueAt");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- AddForeignKey
ALTER TABLE "MemberTotp" ADD CONSTRAINT "MemberTotp_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberIdentity" ADD CONSTRAINT "MemberIdentity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommandReceipt" ADD CONSTRAINT "CommandReceipt_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_repeatOfId_fkey" FOREIGN KEY ("repeatOfId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOpinion" ADD CONSTRAINT "ClaimOpinion_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOpinion" ADD CONSTRAINT "ClaimOpinion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOpinion" ADD CONSTRAINT "ClaimOpinion_verdictKey_fkey" FOREIGN KEY ("verdictKey") REFERENCES "Verdict"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimHearing" ADD CONSTRAINT "ClaimHearing_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimHearing" ADD CONSTRAINT "ClaimHearing_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLook" ADD CONSTRAINT "ClaimLook_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLook" ADD CONSTRAINT "ClaimLook_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- Who is here is true for seconds: nothing is lost where a crash forgets it.
ALTER TABLE "Presence" SET UNLOGGED;

ALTER TABLE "Claim" ADD CONSTRAINT claim_repeats_another CHECK ("repeatOfId" IS DISTINCT FROM "id");
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_copy CHECK (
  ("copyHash" IS NULL) = ("copyName" IS NULL) AND ("copyHash" IS NULL) = ("copyMime" IS NULL) AND ("copyHash" IS NULL) = ("copyBytes" IS NULL)
  AND ("copyHash" IS NULL OR ("copyHash" ~ '^[0-9a-f]{64}$' AND "copyBytes" > 0)));
ALTER TABLE "Comment"
  ADD CONSTRAINT comment_thread CHECK ("threadId" IS DISTINCT FROM "id"),
  ADD CONSTRAINT comment_resolved CHECK ("resolvedAt" IS NULL OR "threadId" IS NULL);
ALTER TABLE "SavedFilter" ADD CONSTRAINT saved_filter_name CHECK (btrim("name") <> '');
ALTER TABLE "Notice" ADD CONSTRAINT notice_key CHECK ("key" <> '');
ALTER TABLE "RecoveryCode" ADD CONSTRAINT recovery_code_hash CHECK ("codeHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "SignInStep" ADD CONSTRAINT sign_in_step_hash CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');

CREATE TRIGGER setting_version_append_only BEFORE UPDATE OR DELETE ON "SettingVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER setting_version_no_truncate BEFORE TRUNCATE ON "SettingVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

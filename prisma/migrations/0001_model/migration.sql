CREATE EXTENSION IF NOT EXISTS citext;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reporter', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "ParticipantPart" AS ENUM ('interviewer', 'interviewee', 'moderator', 'guest', 'audience');

-- CreateEnum
CREATE TYPE "CreditPart" AS ENUM ('byline', 'contributor');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('flagged', 'researching', 'awaitingReply', 'inReview', 'approved', 'held', 'dropped');

-- CreateEnum
CREATE TYPE "ClaimOrigin" AS ENUM ('interview', 'elsewhere');

-- CreateEnum
CREATE TYPE "Challenge" AS ENUM ('unchallenged', 'partly', 'challenged');

-- CreateEnum
CREATE TYPE "AppearanceKind" AS ENUM ('post', 'speech', 'interview', 'article', 'broadcast', 'document');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('document', 'dataset', 'report', 'post', 'recording', 'expert', 'statement');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('supports', 'disputes', 'context');

-- CreateEnum
CREATE TYPE "ExpertBasis" AS ENUM ('sawData', 'opinion');

-- CreateEnum
CREATE TYPE "ReplyOutcome" AS ENUM ('waiting', 'replied', 'declined', 'noAnswer');

-- CreateEnum
CREATE TYPE "NoteStatus" AS ENUM ('draft', 'approved');

-- CreateEnum
CREATE TYPE "PublicationKind" AS ENUM ('first', 'update', 'clarification', 'correction', 'takedown');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('update', 'clarification', 'correction');

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL DEFAULT '',
    "dateline" TEXT NOT NULL DEFAULT '',
    "happenedOn" DATE,
    "place" TEXT NOT NULL DEFAULT '',
    "platform" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "embargoUntil" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "nextClaimNumber" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credit" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "part" "CreditPart" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Credit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "personId" UUID,
    "name" TEXT NOT NULL,
    "part" "ParticipantPart" NOT NULL,
    "sourceLabel" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Picture" (
    "interviewId" UUID NOT NULL,
    "fileHash" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "credit" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("interviewId")
);

-- CreateTable
CREATE TABLE "Recording" (
    "interviewId" UUID NOT NULL,
    "fileHash" TEXT,
    "url" TEXT,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER,
    "durationMs" INTEGER,

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("interviewId")
);

-- CreateTable
CREATE TABLE "Transcript" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "durationMs" INTEGER,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Transcript_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" UUID NOT NULL,
    "transcriptId" UUID NOT NULL,
    "participantId" UUID,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "startMs" INTEGER,
    "endMs" INTEGER,
    "wordStarts" INTEGER[],
    "wordEnds" INTEGER[],
    "wordEstimated" BOOLEAN[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "ratingValue" INTEGER,
    "rates" BOOLEAN NOT NULL DEFAULT true,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" "ClaimOrigin" NOT NULL DEFAULT 'interview',
    "status" "ClaimStatus" NOT NULL DEFAULT 'flagged',
    "droppedFrom" "ClaimStatus",
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL,
    "firstTurnId" UUID,
    "firstWord" INTEGER,
    "lastTurnId" UUID,
    "lastWord" INTEGER,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "startMs" INTEGER,
    "endMs" INTEGER,
    "needsAnchor" BOOLEAN NOT NULL DEFAULT false,
    "claimantId" UUID,
    "appearanceKind" "AppearanceKind",
    "appearanceTitle" TEXT,
    "appearanceUrl" TEXT,
    "appearanceOn" DATE,
    "claimReviewed" TEXT NOT NULL DEFAULT '',
    "verdictKey" TEXT,
    "explanation" TEXT NOT NULL DEFAULT '',
    "challenge" "Challenge" NOT NULL DEFAULT 'unchallenged',
    "challengeTurnId" UUID,
    "challengeMs" INTEGER,
    "internalNote" TEXT NOT NULL DEFAULT '',
    "assigneeId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimContributor" (
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimContributor_pkey" PRIMARY KEY ("claimId","memberId")
);

-- CreateTable
CREATE TABLE "ClaimApproval" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "claimVersion" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimApproval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "stance" "Stance" NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "archivedUrl" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "publishedOn" DATE,
    "accessedOn" DATE,
    "expertId" UUID,
    "basis" "ExpertBasis",
    "internal" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RightOfReply" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "asked" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "outcome" "ReplyOutcome" NOT NULL DEFAULT 'waiting',
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RightOfReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BackgroundNote" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "turnId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "NoteStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BackgroundNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimTopic" (
    "claimId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "ClaimTopic_pkey" PRIMARY KEY ("claimId","topicId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "claimId" UUID,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "PublicationKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "card" JSONB NOT NULL,
    "snapshotHash" TEXT NOT NULL,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicChange" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "claimNumber" INTEGER,
    "kind" "ChangeKind" NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "interviewId" UUID,
    "claimId" UUID,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Interview_slug_key" ON "Interview"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Credit_interviewId_position_key" ON "Credit"("interviewId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE INDEX "Participant_personId_idx" ON "Participant"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_interviewId_position_key" ON "Participant"("interviewId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Transcript_interviewId_key" ON "Transcript"("interviewId");

-- CreateIndex
CREATE INDEX "Transcript_contentHash_idx" ON "Transcript"("contentHash");

-- CreateIndex
CREATE INDEX "Turn_participantId_idx" ON "Turn"("participantId");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_transcriptId_position_key" ON "Turn"("transcriptId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_position_key" ON "Verdict"("position");

-- CreateIndex
CREATE INDEX "Claim_interviewId_revision_idx" ON "Claim"("interviewId", "revision");

-- CreateIndex
CREATE INDEX "Claim_interviewId_status_idx" ON "Claim"("interviewId", "status");

-- CreateIndex
CREATE INDEX "Claim_firstTurnId_idx" ON "Claim"("firstTurnId");

-- CreateIndex
CREATE INDEX "Claim_lastTurnId_idx" ON "Claim"("lastTurnId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_interviewId_number_key" ON "Claim"("interviewId", "number");

-- CreateIndex
CREATE INDEX "ClaimApproval_claimId_approvedAt_idx" ON "ClaimApproval"("claimId", "approvedAt");

-- CreateIndex
CREATE INDEX "Evidence_claimId_position_idx" ON "Evidence"("claimId", "position");

-- CreateIndex
CREATE INDEX "Evidence_expertId_idx" ON "Evidence"("expertId");

-- CreateIndex
CREATE INDEX "RightOfReply_claimId_position_idx" ON "RightOfReply"("claimId", "position");

-- CreateIndex
CREATE INDEX "BackgroundNote_interviewId_idx" ON "BackgroundNote"("interviewId");

-- CreateIndex
CREATE INDEX "BackgroundNote_turnId_idx" ON "BackgroundNote"("turnId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE INDEX "ClaimTopic_topicId_idx" ON "ClaimTopic"("topicId");

-- CreateIndex
CREATE INDEX "Comment_interviewId_createdAt_idx" ON "Comment"("interviewId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_claimId_createdAt_idx" ON "Comment"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Publication_slug_number_idx" ON "Publication"("slug", "number");

-- CreateIndex
CREATE INDEX "Publication_publishedAt_idx" ON "Publication"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_interviewId_number_key" ON "Publication"("interviewId", "number");

-- CreateIndex
CREATE INDEX "PublicChange_interviewId_at_idx" ON "PublicChange"("interviewId", "at");

-- CreateIndex
CREATE INDEX "PublicChange_publicationId_idx" ON "PublicChange"("publicationId");

-- CreateIndex
CREATE INDEX "AuditEntry_interviewId_id_idx" ON "AuditEntry"("interviewId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_claimId_id_idx" ON "AuditEntry"("claimId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_firstTurnId_fkey" FOREIGN KEY ("firstTurnId") REFERENCES "Turn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_lastTurnId_fkey" FOREIGN KEY ("lastTurnId") REFERENCES "Turn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_challengeTurnId_fkey" FOREIGN KEY ("challengeTurnId") REFERENCES "Turn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_verdictKey_fkey" FOREIGN KEY ("verdictKey") REFERENCES "Verdict"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimContributor" ADD CONSTRAINT "ClaimContributor_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimContributor" ADD CONSTRAINT "ClaimContributor_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimApproval" ADD CONSTRAINT "ClaimApproval_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimApproval" ADD CONSTRAINT "ClaimApproval_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RightOfReply" ADD CONSTRAINT "RightOfReply_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackgroundNote" ADD CONSTRAINT "BackgroundNote_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackgroundNote" ADD CONSTRAINT "BackgroundNote_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTopic" ADD CONSTRAINT "ClaimTopic_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimTopic" ADD CONSTRAINT "ClaimTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicChange" ADD CONSTRAINT "PublicChange_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicChange" ADD CONSTRAINT "PublicChange_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


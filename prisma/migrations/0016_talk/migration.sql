-- CreateTable
CREATE TABLE "TalkLook" (
    "memberId" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TalkLook_pkey" PRIMARY KEY ("memberId","placeId")
);

-- CreateIndex
CREATE INDEX "TalkLook_interviewId_idx" ON "TalkLook"("interviewId");

-- CreateIndex
CREATE INDEX "Notice_mailedAt_at_idx" ON "Notice"("mailedAt", "at");

-- AddForeignKey
ALTER TABLE "TalkLook" ADD CONSTRAINT "TalkLook_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkLook" ADD CONSTRAINT "TalkLook_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: an answer stands in the thread of its own place, under the comment that opened it. Otherwise
-- what is said about one interview could be read under another.
CREATE FUNCTION refuse_answer_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."threadId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Comment" opener
    WHERE opener."id" = NEW."threadId" AND opener."threadId" IS NULL
      AND opener."interviewId" = NEW."interviewId" AND opener."claimId" IS NOT DISTINCT FROM NEW."claimId")
  THEN RAISE EXCEPTION 'comment_answers_in_place: an answer stands in a thread of its own place' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comment_answers_in_place BEFORE INSERT OR UPDATE OF "threadId", "interviewId", "claimId" ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_answer_elsewhere();

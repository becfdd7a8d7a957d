-- CreateTable
CREATE TABLE "QueueChange" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kept" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QueueChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QueueChange_memberId_at_idx" ON "QueueChange"("memberId", "at");

-- CreateIndex
CREATE INDEX "Claim_updatedAt_id_idx" ON "Claim"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_createdAt_id_idx" ON "Claim"("createdAt", "id");

-- AddForeignKey
ALTER TABLE "QueueChange" ADD CONSTRAINT "QueueChange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: the queue's orders, written as claims/queue/queue-sql.ts asks for them.
CREATE INDEX claim_due_order ON "Claim" (coalesce("dueAt", 'infinity'::timestamptz), "id");
CREATE INDEX claim_priority_order ON "Claim" (
  (CASE "priority" WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END),
  coalesce("dueAt", 'infinity'::timestamptz), "id");

-- Words anywhere in a sentence or a quote.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX claim_words_trigram ON "Claim" USING gin (("claimReviewed" || ' ' || "quote") gin_trgm_ops);

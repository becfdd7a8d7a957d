-- A search between two days of long ago walked over all that is newer first.

-- CreateIndex
CREATE INDEX "PublishedClaim_day_idx" ON "PublishedClaim"("day");

-- CreateIndex
CREATE INDEX "PublishedTurn_day_idx" ON "PublishedTurn"("day");

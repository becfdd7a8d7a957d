-- What a list shows of a publication, kept beside the snapshot so that a front page never reads whole transcripts.
ALTER TABLE "Publication" ADD COLUMN "card" JSONB NOT NULL;

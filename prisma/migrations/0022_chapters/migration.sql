-- The title of a chapter is all that there is of it: no text, and nothing to approve.
ALTER TABLE "BackgroundNote" ADD CONSTRAINT "background_note_chapter" CHECK (
  "kind" <> 'chapter' OR ("title" <> '' AND "body" = '' AND "status" = 'draft'));

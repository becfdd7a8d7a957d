-- What the database refuses about plans and preview links.

-- A plan is the document that an editor looked at. While it waits only its time changes; it ends once, and stays on record.
CREATE FUNCTION keep_publication_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."state" <> 'waiting'
    OR (NEW."id", NEW."interviewId", NEW."revision", NEW."snapshot", NEW."changes", NEW."plannedById", NEW."plannedAt")
      IS DISTINCT FROM (OLD."id", OLD."interviewId", OLD."revision", OLD."snapshot", OLD."changes", OLD."plannedById", OLD."plannedAt")
  THEN RAISE EXCEPTION 'a plan is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_plan_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_plan_kept BEFORE UPDATE OR DELETE ON "PublicationPlan" FOR EACH ROW EXECUTE FUNCTION keep_publication_plan();

-- A link is made once. It is counted and withdrawn, never prolonged or given to another draft.
CREATE FUNCTION keep_preview_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."interviewId", NEW."tokenHash", NEW."label", NEW."createdById", NEW."createdAt", NEW."expiresAt")
      IS DISTINCT FROM (OLD."id", OLD."interviewId", OLD."tokenHash", OLD."label", OLD."createdById", OLD."createdAt", OLD."expiresAt")
    OR (OLD."withdrawnAt" IS NOT NULL AND NEW."withdrawnAt" IS DISTINCT FROM OLD."withdrawnAt")
  THEN RAISE EXCEPTION 'a preview link is never changed, and a withdrawn one stays withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_link_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER preview_link_kept BEFORE UPDATE ON "PreviewLink" FOR EACH ROW EXECUTE FUNCTION keep_preview_link();
ALTER TABLE "PreviewLink" ADD CONSTRAINT preview_link_hash CHECK ("tokenHash" ~ '^[0-9a-f]{64}$' AND length(btrim("label")) BETWEEN 1 AND 120);

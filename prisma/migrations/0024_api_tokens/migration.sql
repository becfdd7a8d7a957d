-- What the database refuses about tokens by which other systems act for a member.

ALTER TABLE "ApiToken"
  ADD CONSTRAINT api_token_name CHECK (length(btrim("name")) BETWEEN 1 AND 60),
  ADD CONSTRAINT api_token_hash CHECK ("tokenHash" ~ '^[0-9a-f]{64}$' AND length("start") = 8),
  ADD CONSTRAINT api_token_scopes CHECK (cardinality("scopes") >= 1 AND "scopes" <@ ARRAY['read:drafts', 'write:transcripts']),
  ADD CONSTRAINT api_token_expires CHECK ("expiresAt" IS NULL OR "expiresAt" > "createdAt");

-- A token is made once. Nothing about it changes but when it was last used and that it is revoked, and a revoked one stays so.
CREATE FUNCTION keep_api_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."memberId", NEW."name", NEW."tokenHash", NEW."start", NEW."scopes", NEW."createdAt", NEW."expiresAt")
      IS DISTINCT FROM (OLD."id", OLD."memberId", OLD."name", OLD."tokenHash", OLD."start", OLD."scopes", OLD."createdAt", OLD."expiresAt")
    OR (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt")
  THEN RAISE EXCEPTION 'a token is never changed, and a revoked one stays revoked' USING ERRCODE = 'check_violation', CONSTRAINT = 'api_token_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_token_kept BEFORE UPDATE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION keep_api_token();

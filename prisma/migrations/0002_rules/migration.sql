-- What the database itself refuses. Prisma cannot say these, so they stand here by name; each has a test that tries to
-- break it (platform/database-rules.db.test.ts).

-- Never decreasing, nothing negative, nothing unknown: a time that is not known is a missing array, not a hole in one.
CREATE FUNCTION never_decreasing(times integer[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_position(times, NULL) IS NULL AND COALESCE(bool_and(t >= 0 AND t >= COALESCE(before, 0)), true)
  FROM (SELECT t, lag(t) OVER (ORDER BY i) AS before FROM unnest(times) WITH ORDINALITY AS u(t, i)) AS pairs
$$;

CREATE FUNCTION each_at_most(starts integer[], ends integer[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_position(ends, NULL) IS NULL AND COALESCE(bool_and(s <= e), true) FROM unnest(starts, ends) AS u(s, e)
$$;

ALTER TABLE "Turn"
  ADD CONSTRAINT turn_position CHECK ("position" >= 0),
  ADD CONSTRAINT turn_has_words CHECK ("wordCount" >= 1 AND "text" <> ''),
  ADD CONSTRAINT turn_times CHECK (("startMs" IS NULL) = ("endMs" IS NULL) AND ("startMs" IS NULL OR (0 <= "startMs" AND "startMs" <= "endMs"))),
  ADD CONSTRAINT turn_one_time_a_word CHECK (
    cardinality("wordStarts") IN (0, "wordCount")
    AND cardinality("wordEnds") = cardinality("wordStarts")
    AND cardinality("wordEstimated") = cardinality("wordStarts")),
  ADD CONSTRAINT turn_word_times CHECK (never_decreasing("wordStarts") AND each_at_most("wordStarts", "wordEnds"));

ALTER TABLE "Transcript"
  ADD CONSTRAINT transcript_counts CHECK ("wordCount" >= 1 AND ("durationMs" IS NULL OR "durationMs" >= 0)),
  ADD CONSTRAINT transcript_hash CHECK ("contentHash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "Interview"
  ADD CONSTRAINT interview_title CHECK (btrim("title") <> ''),
  ADD CONSTRAINT interview_slug CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT interview_counters CHECK ("revision" >= 0 AND "nextClaimNumber" >= 1 AND "version" >= 1);

ALTER TABLE "Person" ADD CONSTRAINT person_slug CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), ADD CONSTRAINT person_name CHECK (btrim("name") <> '');
ALTER TABLE "Topic" ADD CONSTRAINT topic_slug CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Participant" ADD CONSTRAINT participant_name CHECK (btrim("name") <> '');

ALTER TABLE "Recording" ADD CONSTRAINT recording_somewhere CHECK (("fileHash" IS NOT NULL) <> ("url" IS NOT NULL)),
  ADD CONSTRAINT recording_sizes CHECK (("bytes" IS NULL OR "bytes" > 0) AND ("durationMs" IS NULL OR "durationMs" > 0));
ALTER TABLE "Picture" ADD CONSTRAINT picture_size CHECK ("width" > 0 AND "height" > 0);

ALTER TABLE "Verdict" ADD CONSTRAINT verdict_order CHECK ("ratingValue" IS NULL OR ("rates" AND "ratingValue" BETWEEN 1 AND 5));

ALTER TABLE "Claim"
  ADD CONSTRAINT claim_number CHECK ("number" >= 1 AND "version" >= 1),
  ADD CONSTRAINT claim_quote CHECK (btrim("quote") <> ''),
  ADD CONSTRAINT claim_times CHECK (("startMs" IS NULL) = ("endMs" IS NULL) AND ("startMs" IS NULL OR (0 <= "startMs" AND "startMs" <= "endMs"))),
  ADD CONSTRAINT claim_origin CHECK (
    ("origin" = 'interview' AND "firstTurnId" IS NOT NULL AND "lastTurnId" IS NOT NULL AND "firstWord" >= 0 AND "lastWord" >= 0
      AND "appearanceKind" IS NULL)
    OR ("origin" = 'elsewhere' AND "firstTurnId" IS NULL AND "lastTurnId" IS NULL AND "firstWord" IS NULL AND "lastWord" IS NULL
      AND "appearanceKind" IS NOT NULL)),
  ADD CONSTRAINT claim_words_in_order CHECK ("firstTurnId" IS DISTINCT FROM "lastTurnId" OR "firstWord" IS NULL OR "firstWord" <= "lastWord"),
  ADD CONSTRAINT claim_dropped CHECK (("status" = 'dropped') = ("droppedFrom" IS NOT NULL)),
  ADD CONSTRAINT claim_challenge CHECK ("challenge" <> 'unchallenged' OR ("challengeTurnId" IS NULL AND "challengeMs" IS NULL)),
  ADD CONSTRAINT claim_challenge_time CHECK ("challengeMs" IS NULL OR "challengeMs" >= 0);

ALTER TABLE "Evidence"
  ADD CONSTRAINT evidence_title CHECK (btrim("title") <> ''),
  ADD CONSTRAINT evidence_expert CHECK (("kind" = 'expert') = ("expertId" IS NOT NULL) AND ("kind" = 'expert' OR "basis" IS NULL)),
  ADD CONSTRAINT evidence_url CHECK ("url" = '' OR "url" ~* '^https?://'),
  ADD CONSTRAINT evidence_archived_url CHECK ("archivedUrl" = '' OR "archivedUrl" ~* '^https?://');

ALTER TABLE "RightOfReply"
  ADD CONSTRAINT reply_asked CHECK (btrim("asked") <> ''),
  ADD CONSTRAINT reply_answer CHECK ("outcome" IN ('replied', 'declined') OR "answer" = ''),
  ADD CONSTRAINT reply_order CHECK ("deadline" IS NULL OR "deadline" >= "askedAt");

ALTER TABLE "Publication"
  ADD CONSTRAINT publication_number CHECK ("number" >= 1 AND (("number" = 1) = ("kind" = 'first'))),
  ADD CONSTRAINT publication_hash CHECK ("snapshotHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "PublicChange" ADD CONSTRAINT change_says_what CHECK (btrim("note") <> '');
ALTER TABLE "Comment" ADD CONSTRAINT comment_body CHECK (btrim("body") <> '');

-- History only grows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER publication_append_only BEFORE UPDATE OR DELETE ON "Publication" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_no_truncate BEFORE TRUNCATE ON "Publication" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER public_change_append_only BEFORE UPDATE OR DELETE ON "PublicChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER public_change_no_truncate BEFORE TRUNCATE ON "PublicChange" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE ON "ClaimApproval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_no_truncate BEFORE TRUNCATE ON "ClaimApproval" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

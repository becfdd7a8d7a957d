-- Said before: what is searched of a claim, and where published checks are shown (decision record 0025).

-- CreateTable
CREATE TABLE "ClaimWords" (
    "claimId" UUID NOT NULL,
    "words" tsvector NOT NULL,
    "plain" TEXT NOT NULL,

    CONSTRAINT "ClaimWords_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "PublishedAppearance" (
    "interviewId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publicationId" UUID NOT NULL,
    "checkId" TEXT NOT NULL,
    "appearance" JSONB NOT NULL,

    CONSTRAINT "PublishedAppearance_pkey" PRIMARY KEY ("interviewId","number")
);

-- The trigram index needs its operators before it is made.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateIndex
CREATE INDEX "ClaimWords_words_idx" ON "ClaimWords" USING GIN ("words");

-- CreateIndex
CREATE INDEX "ClaimWords_plain_idx" ON "ClaimWords" USING GIN ("plain" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "PublishedAppearance_publicationId_idx" ON "PublishedAppearance"("publicationId");

-- CreateIndex
CREATE INDEX "PublishedAppearance_checkId_idx" ON "PublishedAppearance"("checkId");

-- AddForeignKey
ALTER TABLE "ClaimWords" ADD CONSTRAINT "ClaimWords_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedAppearance" ADD CONSTRAINT "PublishedAppearance_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedAppearance" ADD CONSTRAINT "PublishedAppearance_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- The dictionary of a language, where this server has one; words as they stand where it has not.
CREATE FUNCTION claim_dictionary(tag text) RETURNS regconfig LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(
    (SELECT oid::regconfig FROM pg_catalog.pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace AND cfgname = CASE lower(split_part(tag, '-', 1))
      WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish'
      WHEN 'nl' THEN 'dutch' WHEN 'en' THEN 'english' WHEN 'et' THEN 'estonian' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french'
      WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hi' THEN 'hindi' WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian'
      WHEN 'ga' THEN 'irish' WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali' WHEN 'no' THEN 'norwegian'
      WHEN 'nb' THEN 'norwegian' WHEN 'nn' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
      WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish'
      WHEN 'yi' THEN 'yiddish' ELSE 'simple' END),
    'pg_catalog.simple'::regconfig)
$$;

-- Vowel points that are written or left out at will (Arabic, Hebrew), and the apostrophe in one form.
CREATE FUNCTION claim_bare(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(said, '[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640\u064B-\u065F\u0670]', '', 'g'), '’ʼ', '''''')
$$;

-- What trigrams are made of.
CREATE FUNCTION claim_plain(said text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT left(regexp_replace(lower(unaccent(claim_bare(said))), '\s+', ' ', 'g'), 4000)
$$;

-- The words that a text is found by: stemmed where the language has a dictionary, without accents. Scripts that put no
-- spaces between words (Chinese, Japanese, Thai …) and Korean go in by pairs of letters.
CREATE FUNCTION claim_words(said text, tag text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH bare AS (SELECT claim_bare(said) AS letters), runs AS (
    SELECT m[1] AS run FROM bare, regexp_matches(letters,
      '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+)', 'g') AS m)
  SELECT array_to_tsvector(COALESCE(array_agg(DISTINCT word), '{}')) FROM (
    SELECT left(unaccent(lexeme), 80) AS word FROM bare, unnest(to_tsvector(claim_dictionary(tag), regexp_replace(letters,
      '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+', ' ', 'g')))
    UNION ALL
    SELECT substr(run, at, 2) FROM runs, generate_series(1, greatest(1, length(run) - 1)) AS at
  ) AS found WHERE word <> ''
$$;

CREATE FUNCTION keep_claim_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said text := NEW."claimReviewed" || ' ' || NEW."quote";
BEGIN
  INSERT INTO "ClaimWords" ("claimId", "words", "plain")
  SELECT NEW."id", claim_words(said, "language"), claim_plain(said) FROM "Interview" WHERE "id" = NEW."interviewId"
  ON CONFLICT ("claimId") DO UPDATE SET "words" = EXCLUDED."words", "plain" = EXCLUDED."plain";
  RETURN NULL;
END $$;

CREATE TRIGGER claim_words_made AFTER INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION keep_claim_words();
-- A claim is saved often, its words change seldom: only then is the search touched.
CREATE TRIGGER claim_words_changed AFTER UPDATE OF "quote", "claimReviewed" ON "Claim" FOR EACH ROW
  WHEN (OLD."quote" IS DISTINCT FROM NEW."quote" OR OLD."claimReviewed" IS DISTINCT FROM NEW."claimReviewed")
  EXECUTE FUNCTION keep_claim_words();

CREATE FUNCTION keep_interview_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ClaimWords" AS w SET "words" = claim_words(c."claimReviewed" || ' ' || c."quote", NEW."language")
  FROM "Claim" AS c WHERE c."id" = w."claimId" AND c."interviewId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER claim_words_language AFTER UPDATE OF "language" ON "Interview" FOR EACH ROW
  WHEN (OLD."language" IS DISTINCT FROM NEW."language") EXECUTE FUNCTION keep_interview_words();

INSERT INTO "ClaimWords" ("claimId", "words", "plain")
SELECT c."id", claim_words(c."claimReviewed" || ' ' || c."quote", i."language"), claim_plain(c."claimReviewed" || ' ' || c."quote")
FROM "Claim" AS c JOIN "Interview" AS i ON i."id" = c."interviewId";

-- Roots are no repeats and repeats have none, so there is never a circle. The root's row is held until the transaction ends:
-- two links made in the same moment cannot each be right by itself and wrong together.
CREATE FUNCTION refuse_chained_repeat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above uuid;
BEGIN
  IF NEW."repeatOfId" IS NULL THEN RETURN NEW; END IF;
  SELECT "repeatOfId" INTO above FROM "Claim" WHERE "id" = NEW."repeatOfId" FOR SHARE;
  IF above IS NOT NULL THEN
    RAISE EXCEPTION 'a repeat cannot be repeated: link to its root' USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_repeats_a_root';
  END IF;
  IF EXISTS (SELECT 1 FROM "Claim" WHERE "repeatOfId" = NEW."id") THEN
    RAISE EXCEPTION 'a claim with repeats cannot be a repeat' USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_repeats_a_root';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_repeats_a_root BEFORE INSERT OR UPDATE OF "repeatOfId" ON "Claim" FOR EACH ROW EXECUTE FUNCTION refuse_chained_repeat();

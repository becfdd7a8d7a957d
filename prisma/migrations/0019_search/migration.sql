-- What readers' lists and search read: made from each interview's newest publication and from nothing else (decision record 0036).

-- CreateTable
CREATE TABLE "PublishedPage" (
    "interviewId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "happenedOn" DATE,
    "firstPublishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "card" JSONB NOT NULL,

    CONSTRAINT "PublishedPage_pkey" PRIMARY KEY ("interviewId")
);

-- CreateTable
CREATE TABLE "PublishedClaim" (
    "interviewId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "verdictKey" TEXT NOT NULL,
    "rates" BOOLEAN NOT NULL,
    "personSlug" TEXT,
    "topics" TEXT[],
    "challenge" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "startMs" INTEGER,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "claim" JSONB NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "PublishedClaim_pkey" PRIMARY KEY ("interviewId","number")
);

-- CreateTable
CREATE TABLE "PublishedTurn" (
    "interviewId" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "speaker" TEXT,
    "personSlug" TEXT,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "startMs" INTEGER,
    "text" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "PublishedTurn_pkey" PRIMARY KEY ("interviewId","turn")
);

-- CreateTable
CREATE TABLE "PublishedPerson" (
    "interviewId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "claims" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedPerson_pkey" PRIMARY KEY ("interviewId","slug")
);

-- CreateTable
CREATE TABLE "PublishedTopic" (
    "interviewId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "claims" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedTopic_pkey" PRIMARY KEY ("interviewId","slug")
);

-- CreateTable
CREATE TABLE "PublishedChange" (
    "interviewId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "change" JSONB NOT NULL,

    CONSTRAINT "PublishedChange_pkey" PRIMARY KEY ("interviewId","position")
);

-- CreateTable
CREATE TABLE "PublishedWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "PublishedWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "PublishedPage_slug_idx" ON "PublishedPage"("slug");

-- CreateIndex
CREATE INDEX "PublishedPage_firstPublishedAt_interviewId_idx" ON "PublishedPage"("firstPublishedAt", "interviewId");

-- CreateIndex
CREATE INDEX "PublishedClaim_checkedAt_interviewId_number_idx" ON "PublishedClaim"("checkedAt", "interviewId", "number");

-- CreateIndex
CREATE INDEX "PublishedClaim_verdictKey_checkedAt_interviewId_number_idx" ON "PublishedClaim"("verdictKey", "checkedAt", "interviewId", "number");

-- CreateIndex
CREATE INDEX "PublishedClaim_personSlug_checkedAt_interviewId_number_idx" ON "PublishedClaim"("personSlug", "checkedAt", "interviewId", "number");

-- CreateIndex
CREATE INDEX "PublishedClaim_challenge_checkedAt_interviewId_number_idx" ON "PublishedClaim"("challenge", "checkedAt", "interviewId", "number");

-- CreateIndex
CREATE INDEX "PublishedClaim_topics_idx" ON "PublishedClaim" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "PublishedClaim_words_idx" ON "PublishedClaim" USING GIN ("words");

-- CreateIndex
CREATE INDEX "PublishedTurn_at_interviewId_turn_idx" ON "PublishedTurn"("at", "interviewId", "turn");

-- CreateIndex
CREATE INDEX "PublishedTurn_words_idx" ON "PublishedTurn" USING GIN ("words");

-- CreateIndex
CREATE INDEX "PublishedPerson_slug_at_idx" ON "PublishedPerson"("slug", "at");

-- CreateIndex
CREATE INDEX "PublishedTopic_slug_at_idx" ON "PublishedTopic"("slug", "at");

-- CreateIndex
CREATE INDEX "PublishedChange_at_interviewId_position_idx" ON "PublishedChange"("at", "interviewId", "position");

-- CreateIndex
CREATE INDEX "PublishedWord_word_idx" ON "PublishedWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "PublishedPage" ADD CONSTRAINT "PublishedPage_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedPage" ADD CONSTRAINT "PublishedPage_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedClaim" ADD CONSTRAINT "PublishedClaim_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "PublishedPage"("interviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedTurn" ADD CONSTRAINT "PublishedTurn_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "PublishedPage"("interviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedPerson" ADD CONSTRAINT "PublishedPerson_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "PublishedPage"("interviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedTopic" ADD CONSTRAINT "PublishedTopic_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "PublishedPage"("interviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "PublishedPage"("interviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- The whole check of a claim is read for the few that are shown, and lies apart, so that what is searched and ordered by is dense.
ALTER TABLE "PublishedClaim" SET (toast_tuple_target = 1200);

-- The words that readers find a text by, with their places, so that phrases can be asked for: without accents and vowel points,
-- stemmed where the language has a dictionary. Scripts that put no spaces between words go in by pairs of letters. The first 60,000
-- letters of a text count: a tsvector holds no more for certain.
CREATE FUNCTION published_words(said text, dictionary regconfig) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE bare text := unaccent(claim_bare(left(said, 60000)));
BEGIN
  IF octet_length(bare) > length(bare) AND bare ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]' THEN
    SELECT string_agg(CASE WHEN piece[1] ~ '^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]'
      THEN (SELECT string_agg(substr(piece[1], at, 2), ' ' ORDER BY at) FROM generate_series(1, greatest(1, length(piece[1]) - 1)) AS at)
      ELSE piece[1] END, ' ' ORDER BY part) INTO bare
    FROM regexp_matches(bare, '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+|[^\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+', 'g') WITH ORDINALITY AS pieces(piece, part);
  END IF;
  RETURN to_tsvector(dictionary, COALESCE(bare, ''));
END $$;

-- The turns of a publication's document.
CREATE FUNCTION published_turns(doc jsonb) RETURNS TABLE (turn int, speaker text, person text, start_ms int, said text) LANGUAGE sql IMMUTABLE ROWS 5000 AS $$
  SELECT (ord - 1)::int, participant->>'name', participant->>'slug', (one->>'startMs')::int, one->>'text'
  FROM jsonb_array_elements(doc->'turns') WITH ORDINALITY AS turns(one, ord)
  LEFT JOIN jsonb_array_elements(doc->'participants') WITH ORDINALITY AS participants(participant, place) ON place - 1 = (one->>'participant')::int
$$;

-- Makes the lists and the search show what this publication shows, and nothing of the one before it. A takedown leaves nothing.
CREATE FUNCTION keep_published(publication uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  doc jsonb;
  stored record;
  tag text;
  dictionary regconfig;
  occurred date;
  first_at timestamptz;
BEGIN
  SELECT p."interviewId", p."kind", p."slug", p."snapshot", p."card", p."publishedAt" INTO stored FROM "Publication" AS p WHERE p."id" = publication;
  doc := stored."snapshot";
  IF doc->>'kind' IS DISTINCT FROM 'page' THEN
    DELETE FROM "PublishedPage" WHERE "interviewId" = stored."interviewId";
    RETURN;
  END IF;
  tag := COALESCE(doc->'interview'->>'language', 'en');
  dictionary := claim_dictionary(tag);
  first_at := (doc->>'firstPublishedAt')::timestamptz;
  occurred := COALESCE((doc->'interview'->>'happenedOn')::date, (first_at AT TIME ZONE 'UTC')::date);

  DELETE FROM "PublishedTurn" AS t USING "PublishedPage" AS old
    WHERE old."interviewId" = stored."interviewId" AND t."interviewId" = old."interviewId" AND old."language" <> tag;
  INSERT INTO "PublishedPage" ("interviewId", "publicationId", "slug", "title", "language", "direction", "happenedOn", "firstPublishedAt", "publishedAt", "card")
  VALUES (stored."interviewId", publication, stored."slug", doc->'interview'->>'title', tag, COALESCE(doc->'interview'->>'direction', 'ltr'),
    (doc->'interview'->>'happenedOn')::date, first_at, (doc->>'publishedAt')::timestamptz, stored."card")
  ON CONFLICT ("interviewId") DO UPDATE SET "publicationId" = EXCLUDED."publicationId", "slug" = EXCLUDED."slug", "title" = EXCLUDED."title",
    "language" = EXCLUDED."language", "direction" = EXCLUDED."direction", "happenedOn" = EXCLUDED."happenedOn",
    "firstPublishedAt" = EXCLUDED."firstPublishedAt", "publishedAt" = EXCLUDED."publishedAt", "card" = EXCLUDED."card";

  -- On a live evening an interview of hours is published every few minutes: turns that still say the same stay as they are.
  DELETE FROM "PublishedTurn" AS t WHERE t."interviewId" = stored."interviewId" AND NOT EXISTS (
    SELECT 1 FROM published_turns(doc) AS n WHERE n.turn = t."turn" AND n.said = t."text" AND t."day" = occurred AND t."at" = first_at
      AND (n.speaker, n.person, n.start_ms) IS NOT DISTINCT FROM (t."speaker", t."personSlug", t."startMs"));
  INSERT INTO "PublishedTurn" ("interviewId", "turn", "speaker", "personSlug", "day", "at", "startMs", "text", "words")
  SELECT stored."interviewId", n.turn, n.speaker, n.person, occurred, first_at, n.start_ms, n.said, published_words(n.said, dictionary)
  FROM published_turns(doc) AS n
  WHERE NOT EXISTS (SELECT 1 FROM "PublishedTurn" AS t WHERE t."interviewId" = stored."interviewId" AND t."turn" = n.turn);

  DELETE FROM "PublishedClaim" WHERE "interviewId" = stored."interviewId";
  INSERT INTO "PublishedClaim" ("interviewId", "number", "verdictKey", "rates", "personSlug", "topics", "challenge", "day", "startMs", "checkedAt", "claim", "words")
  SELECT stored."interviewId", (one->>'number')::int, one->'verdict'->>'key', COALESCE((one->'verdict'->>'rates')::boolean, true),
    one->'speaker'->>'personSlug', ARRAY(SELECT topic->>'slug' FROM jsonb_array_elements(one->'topics') AS topic),
    COALESCE(one->'challenge'->>'kind', 'unchallenged'), COALESCE((one->'appearance'->>'on')::date, occurred),
    (one->>'startMs')::int, (one->>'checkedAt')::timestamptz, one,
    setweight(published_words(one->>'claimReviewed', dictionary), 'A')
      || setweight(published_words(one->>'quote', dictionary), 'B')
      || setweight(published_words(concat_ws(' ', one->'speaker'->>'name',
        (SELECT string_agg(topic->>'name', ' ') FROM jsonb_array_elements(one->'topics') AS topic), doc->'interview'->>'title'), dictionary), 'C')
      || setweight(published_words(regexp_replace(COALESCE(one->>'explanationHtml', ''), '<[^>]*>', ' ', 'g'), dictionary), 'D')
  FROM jsonb_array_elements(doc->'claims') AS one;

  DELETE FROM "PublishedPerson" WHERE "interviewId" = stored."interviewId";
  INSERT INTO "PublishedPerson" ("interviewId", "slug", "name", "affiliation", "description", "claims", "at")
  SELECT DISTINCT ON (known.slug) stored."interviewId", known.slug, known.name, known.affiliation, known.description,
    (SELECT count(*) FROM "PublishedClaim" AS c WHERE c."interviewId" = stored."interviewId" AND c."personSlug" = known.slug), stored."publishedAt"
  FROM (
    SELECT 0 AS source, person->>'slug' AS slug, person->>'name' AS name, COALESCE(person->>'affiliation', '') AS affiliation,
      COALESCE(person->>'description', '') AS description
    FROM jsonb_array_elements(doc->'participants') AS person
    UNION ALL
    SELECT 1, one->'speaker'->>'personSlug', one->'speaker'->>'name', COALESCE(one->'speaker'->>'affiliation', ''), ''
    FROM jsonb_array_elements(doc->'claims') AS one
  ) AS known WHERE known.slug IS NOT NULL ORDER BY known.slug, known.source;

  DELETE FROM "PublishedTopic" WHERE "interviewId" = stored."interviewId";
  INSERT INTO "PublishedTopic" ("interviewId", "slug", "name", "claims", "at")
  SELECT stored."interviewId", topic->>'slug', max(topic->>'name'), count(*), stored."publishedAt"
  FROM jsonb_array_elements(doc->'claims') AS one, jsonb_array_elements(one->'topics') AS topic GROUP BY topic->>'slug';

  DELETE FROM "PublishedChange" WHERE "interviewId" = stored."interviewId";
  INSERT INTO "PublishedChange" ("interviewId", "position", "kind", "at", "change")
  SELECT stored."interviewId", (jsonb_array_length(doc->'changes') - ord)::int, one->>'kind', (one->>'at')::timestamptz, one
  FROM jsonb_array_elements(doc->'changes') WITH ORDINALITY AS changes(one, ord);

  -- Words as people spell them, to be understood by when they slip. They only grow; a word is shown to nobody unless something that
  -- stands is found by it. In one order, so that two publications never wait for each other in a circle.
  INSERT INTO "PublishedWord" ("word")
  SELECT DISTINCT lexeme FROM (
    SELECT unnest(tsvector_to_array(to_tsvector('simple', unaccent(claim_bare(left(n.said, 60000)))))) AS lexeme FROM published_turns(doc) AS n
    UNION ALL
    SELECT unnest(tsvector_to_array(to_tsvector('simple', unaccent(claim_bare(left(concat_ws(' ', c."claim"->>'claimReviewed', c."claim"->>'quote',
      c."claim"->'speaker'->>'name', regexp_replace(COALESCE(c."claim"->>'explanationHtml', ''), '<[^>]*>', ' ', 'g')), 60000))))))
    FROM "PublishedClaim" AS c WHERE c."interviewId" = stored."interviewId"
  ) AS spelt WHERE length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '[0-9/@.:_-]' ORDER BY lexeme
  ON CONFLICT DO NOTHING;
END $$;

SELECT keep_published(newest."id") FROM (
  SELECT DISTINCT ON ("interviewId") "id", "kind" FROM "Publication" ORDER BY "interviewId", "number" DESC
) AS newest WHERE newest."kind" <> 'takedown';

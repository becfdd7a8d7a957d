-- A long turn in a script without spaces was taken apart in time that grew with the square of its length.

-- The words that readers find a text by, with their places, so that phrases can be asked for: without accents and vowel points,
-- stemmed where the language has a dictionary. Scripts that put no spaces between words go in by pairs of letters. So many letters of a text count as a
-- tsvector holds for certain: 120,000, and 30,000 where each letter begins a pair.
CREATE OR REPLACE FUNCTION published_words(said text, dictionary regconfig) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE bare text := unaccent(claim_bare(left(said, CASE WHEN octet_length(said) > 2 * length(said) THEN 30000 ELSE 120000 END)));
BEGIN
  IF octet_length(bare) > length(bare) AND bare ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]' THEN
    SELECT string_agg(CASE WHEN piece[1] ~ '^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]' THEN (
        SELECT string_agg(COALESCE(pair, letter), ' ' ORDER BY at) FROM (
          SELECT letter, at, letter || lead(letter) OVER (ORDER BY at) AS pair, count(*) OVER () AS letters
          FROM unnest(string_to_array(piece[1], NULL)) WITH ORDINALITY AS each(letter, at)
        ) AS pairs WHERE pair IS NOT NULL OR letters = 1)
      ELSE piece[1] END, ' ' ORDER BY part) INTO bare
    FROM regexp_matches(bare, '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+|[^\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+', 'g') WITH ORDINALITY AS pieces(piece, part);
  END IF;
  RETURN to_tsvector(dictionary, COALESCE(bare, ''));
END $$;

-- The scale that Claimline ships with. A newsroom renames, reorders or retires; keys stay.
INSERT INTO "Verdict" ("key", "label", "definition", "icon", "colour", "position", "ratingValue", "rates") VALUES
  ('unsubstantiated', 'Unsubstantiated', 'Presented as fact, but neither the speaker nor the public record offers support for it.', 'unsubstantiated', 'unsubstantiated', 1, NULL, true),
  ('false',           'False',           'The best available evidence shows that it is not so.',                                'false',           'false',           2, 1,    true),
  ('misleading',      'Misleading',      'Built on something true, but it leads the listener to a wrong conclusion.',            'misleading',      'misleading',      3, 2,    true),
  ('missing-context', 'Missing context', 'True as far as it goes; what was left out changes what it means.',                     'missing-context', 'missing-context', 4, 3,    true),
  ('exaggerated',     'Exaggerated',     'Right in direction, wrong in size.',                                                   'exaggerated',     'exaggerated',     5, 3,    true),
  ('disputed',        'Disputed',        'Experts who know the matter disagree; the evidence does not settle it.',               'disputed',        'disputed',        6, NULL, true),
  ('correct',         'Correct',         'The best available evidence supports it.',                                             'correct',         'correct',         7, 5,    true),
  ('context',         'Context',         'A note that explains what was said and rates nothing.',                                'context',         'context',         8, NULL, false);

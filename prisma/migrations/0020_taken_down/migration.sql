-- A page that was taken down must not be shown again by a process whose database fails a moment later: it is told apart.
CREATE OR REPLACE FUNCTION tell_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('published', NEW."interviewId", 'takenDown', NEW."kind" = 'takedown')::text);
  RETURN NULL;
END $$;

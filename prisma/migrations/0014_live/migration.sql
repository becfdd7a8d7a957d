-- What a server process must hear at once (docs/decisions/0026-live.md). One channel; payloads are ids and numbers, never
-- content, far below the limit of 8,000 bytes. PostgreSQL delivers them when the transaction commits, each of them once.

CREATE FUNCTION tell_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('interview', NEW."id", 'revision', NEW."revision")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER interview_tells AFTER UPDATE OF "revision" ON "Interview" FOR EACH ROW
  WHEN (OLD."revision" IS DISTINCT FROM NEW."revision") EXECUTE FUNCTION tell_revision();

CREATE FUNCTION tell_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('inbox', COALESCE(NEW."memberId", OLD."memberId"))::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notice_tells AFTER INSERT OR DELETE ON "Notice" FOR EACH ROW EXECUTE FUNCTION tell_inbox();
CREATE TRIGGER notice_read_tells AFTER UPDATE OF "readAt" ON "Notice" FOR EACH ROW
  WHEN (OLD."readAt" IS DISTINCT FROM NEW."readAt") EXECUTE FUNCTION tell_inbox();

-- A page that only says that it is still there tells nobody: fifty of them would wake every process all the time.
CREATE FUNCTION tell_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('presence', COALESCE(NEW."interviewId", OLD."interviewId"))::text);
  IF TG_OP = 'UPDATE' AND OLD."interviewId" <> NEW."interviewId" THEN
    PERFORM pg_notify('claimline', json_build_object('presence', OLD."interviewId")::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER presence_tells AFTER INSERT OR DELETE ON "Presence" FOR EACH ROW EXECUTE FUNCTION tell_presence();
CREATE TRIGGER presence_moved_tells AFTER UPDATE ON "Presence" FOR EACH ROW
  WHEN ((OLD."interviewId", OLD."claimId", OLD."field") IS DISTINCT FROM (NEW."interviewId", NEW."claimId", NEW."field"))
  EXECUTE FUNCTION tell_presence();

-- Who may no longer be here: every open stream of theirs is looked at again.
CREATE FUNCTION tell_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimline', json_build_object('member',
    CASE TG_TABLE_NAME WHEN 'Member' THEN OLD."id" ELSE (to_jsonb(OLD) ->> 'memberId')::uuid END)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER member_tells AFTER UPDATE OF "deactivatedAt", "sessionVersion" ON "Member" FOR EACH ROW
  WHEN ((OLD."deactivatedAt", OLD."sessionVersion") IS DISTINCT FROM (NEW."deactivatedAt", NEW."sessionVersion"))
  EXECUTE FUNCTION tell_access();
CREATE TRIGGER session_tells AFTER DELETE ON "MemberSession" FOR EACH ROW EXECUTE FUNCTION tell_access();

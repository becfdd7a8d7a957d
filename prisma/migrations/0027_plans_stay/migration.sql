-- Plans stay on record also where the whole table would be emptied: row triggers do not see that.
CREATE TRIGGER publication_plan_no_truncate BEFORE TRUNCATE ON "PublicationPlan" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

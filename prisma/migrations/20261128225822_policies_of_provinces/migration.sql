-- DropIndex
DROP INDEX "ActionItem_meetingId_status_deadline_idx";

-- CreateIndex
CREATE INDEX "ActionItem_meetingId_status_deadline_organisationId_idx" ON "ActionItem"("meetingId", "status", "deadline", "organisationId");

-- Of a province, whose offices are too many to name in a list: read once by a statement, when it comes past the first row of
-- another. A call for each row made a province's list ten times as long, and a subquery is planned with every statement,
-- once for each of its tables.
CREATE FUNCTION lokmin_wide_offices() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 300 AS $$
DECLARE office uuid[] := lokmin_wide_office();
BEGIN
  IF office IS NOT NULL THEN RETURN QUERY SELECT o.id FROM "Organisation" o WHERE o."pathIds" @> office; END IF;
END $$;

-- Every policy that asks for the offices below, of this and of earlier migrations, asks for them thus.
DO $$
DECLARE kept record;
BEGIN
  FOR kept IN SELECT polrelid::regclass AS guarded, polname AS name, pg_get_expr(polqual, polrelid) AS rule FROM pg_policy
    WHERE pg_get_expr(polqual, polrelid) ~ 'lokmin_is_(under|below)'
  LOOP
    EXECUTE format('ALTER POLICY %I ON %s USING (%s)', kept.name, kept.guarded, regexp_replace(regexp_replace(kept.rule,
      'lokmin_is_under\(("?\w+"?), \( SELECT lokmin_wide_office\(\)[^)]*\)\)', '(\1 IN (SELECT lokmin_wide_offices()))', 'g'),
      'lokmin_is_below\(("?\w+"?)\)', '(\1 IN (SELECT lokmin_wide_offices()))', 'g'));
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION lokmin_guard(guarded regclass, owners text[], also text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own text := (SELECT string_agg(format('%I = ANY ((SELECT lokmin_offices())::uuid[])', owner), ' OR ') FROM unnest(owners) owner);
  below text := (SELECT string_agg(format('%I IN (SELECT lokmin_wide_offices())', owner), ' OR ') FROM unnest(owners) owner);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS office ON %s', guarded);
  EXECUTE format('CREATE POLICY office ON %s USING (%s OR (SELECT lokmin_shows_all()) OR %s)', guarded, own, concat_ws(' OR ', below, also));
END $$;

-- Most rows are asked no further than whose they are: at PostgreSQL's own guess for a call it would turn to other plans.
DO $$
DECLARE called regprocedure;
BEGIN
  FOR called IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'lokmin\_%' LOOP
    EXECUTE format('ALTER FUNCTION %s COST 1', called);
  END LOOP;
END $$;

-- OFFSET keeps PostgreSQL to the index of the few meetings that are held together.
CREATE OR REPLACE FUNCTION lokmin_joint_meetings() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 ROWS 20 AS $$
DECLARE
  scope text := coalesce(current_setting('lokmin.scope', true), '');
  office uuid;
BEGIN
  IF scope NOT LIKE '% %' THEN RETURN; END IF;
  office := split_part(scope, ' ', 2)::uuid;
  IF scope LIKE 'one %' THEN
    RETURN QUERY SELECT g."meetingId" FROM "MeetingOrganiser" g WHERE g."puskesmasId" = office AND g."puskesmasId" <> g."organisationId";
  ELSE
    RETURN QUERY SELECT g."meetingId" FROM "Organisation" o
      CROSS JOIN LATERAL (SELECT * FROM "MeetingOrganiser" j WHERE j."puskesmasId" = o.id AND j."puskesmasId" <> j."organisationId" OFFSET 0) g
      JOIN "Organisation" h ON h.id = g."organisationId"
      WHERE o."pathIds" @> ARRAY[office] AND NOT h."pathIds" @> ARRAY[office];
  END IF;
END $$;

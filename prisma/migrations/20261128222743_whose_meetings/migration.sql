-- Users of the offices above were shown whole for this alone: which side a comment is of. It says so itself.
ALTER TABLE "Comment" ADD COLUMN "byDinkes" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Comment" c SET "byDinkes" = true FROM "User" u JOIN "Organisation" o ON o.id = u."organisationId"
  WHERE u.id = c."authorId" AND o.kind IN ('DISTRICT_DINKES', 'PROVINCIAL_DINKES', 'MINISTRY');
DROP POLICY above ON "User";
DROP FUNCTION lokmin_is_above(uuid);

-- What is written about a meeting says whose it is: its host's, told by a trigger as with invitations, and kept by a key.
ALTER TABLE "MeetingOrganiser" ADD COLUMN "organisationId" UUID;
ALTER TABLE "ActionItem" ADD COLUMN "organisationId" UUID;
ALTER TABLE "Attendance" ADD COLUMN "organisationId" UUID;
ALTER TABLE "Note" ADD COLUMN "organisationId" UUID;
ALTER TABLE "Answer" ADD COLUMN "organisationId" UUID;
ALTER TABLE "Comment" ADD COLUMN "organisationId" UUID;
ALTER TABLE "ProgressReport" ADD COLUMN "organisationId" UUID;
CREATE UNIQUE INDEX "ActionItem_organisationId_id_key" ON "ActionItem"("organisationId", id);
CREATE UNIQUE INDEX "Invitation_organisationId_id_key" ON "Invitation"("organisationId", id);

-- As the owner: a co-organiser that writes its row anew does not see the meeting in between.
CREATE OR REPLACE FUNCTION office_of_parent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('SELECT %I FROM %I WHERE id = ($1).%I', TG_ARGV[2], TG_ARGV[0], TG_ARGV[1]) INTO NEW."organisationId" USING NEW;
  RETURN NEW;
END $$;

DO $$
DECLARE told record;
BEGIN
  FOR told IN SELECT * FROM (VALUES
    ('MeetingOrganiser', 'Meeting', 'meetingId', 'hostId'),
    ('ActionItem', 'Meeting', 'meetingId', 'hostId'),
    ('Attendance', 'Meeting', 'meetingId', 'hostId'),
    ('Note', 'Meeting', 'meetingId', 'hostId'),
    ('Answer', 'Invitation', 'invitationId', 'organisationId'),
    ('Comment', 'ActionItem', 'itemId', 'organisationId'),
    ('ProgressReport', 'ActionItem', 'itemId', 'organisationId')
  ) AS every(child, parent, link, owner)
  LOOP
    EXECUTE format('UPDATE %I c SET "organisationId" = p.%I FROM %I p WHERE p.id = c.%I', told.child, told.owner, told.parent, told.link);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ("organisationId" IS NOT NULL)', told.child, told.child || '_organisationId_check');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("organisationId", %I) REFERENCES %I(%I, id) ON DELETE CASCADE ON UPDATE CASCADE',
      told.child, told.child || '_office_tenant', told.link, told.parent, told.owner);
    EXECUTE format('CREATE TRIGGER office_of_parent BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent(%L, %L, %L)',
      told.child, told.parent, told.link, told.owner);
  END LOOP;
END $$;

CREATE INDEX "MeetingOrganiser_joins" ON "MeetingOrganiser"("puskesmasId") WHERE "puskesmasId" <> "organisationId";
CREATE INDEX "MeetingOrganiser_joined" ON "MeetingOrganiser"("organisationId") WHERE "puskesmasId" <> "organisationId";

-- The ministry, or the one Dinkes of an installation, has every office below it.
CREATE OR REPLACE FUNCTION lokmin_shows_all() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE scope text := coalesce(current_setting('lokmin.scope', true), '');
BEGIN
  IF scope = 'all' THEN RETURN true; END IF;
  IF scope NOT LIKE 'tree %' AND scope NOT LIKE 'wide %' THEN RETURN false; END IF;
  RETURN NOT EXISTS (SELECT 1 FROM "Organisation" o WHERE o."parentId" IS NULL AND o.id <> split_part(scope, ' ', 2)::uuid);
END $$;

-- Of a province, whose offices are too many to name: each row's office is looked up. As a subquery that would be planned
-- with every statement, once for each of its tables, and took a meeting's page a third more.
CREATE FUNCTION lokmin_wide_office() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE scope text := coalesce(current_setting('lokmin.scope', true), '');
BEGIN
  IF scope NOT LIKE 'wide %' THEN RETURN NULL; END IF;
  RETURN ARRAY[substr(scope, 6)::uuid];
END $$;

CREATE FUNCTION lokmin_is_under(office uuid, wide uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM "Organisation" o WHERE o.id = office AND o."pathIds" @> wide);
END $$;

-- Below: read once by a statement that comes past a row of another office, of which plans of PostgreSQL go through many. A
-- call for each such row made some statements ten times as long.
-- With whom a puskesmas holds or held a meeting: what either left open is carried into the next one of both.
CREATE FUNCTION lokmin_partners() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  scope text := coalesce(current_setting('lokmin.scope', true), '');
  office uuid;
BEGIN
  IF scope NOT LIKE 'one %' THEN RETURN '{}'; END IF;
  office := substr(scope, 5)::uuid;
  RETURN ARRAY(
    SELECT b."puskesmasId" FROM "MeetingOrganiser" b WHERE b."organisationId" = office AND b."puskesmasId" <> b."organisationId"
    UNION
    SELECT b."puskesmasId" FROM "MeetingOrganiser" a JOIN "MeetingOrganiser" b ON b."meetingId" = a."meetingId"
    WHERE a."puskesmasId" = office AND a."puskesmasId" <> a."organisationId");
END $$;

-- The meetings of others that an office, or one below it, holds with them.
CREATE FUNCTION lokmin_joint_meetings() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 AS $$
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
      JOIN "MeetingOrganiser" g ON g."puskesmasId" = o.id AND g."puskesmasId" <> g."organisationId"
      JOIN "Organisation" h ON h.id = g."organisationId"
      WHERE o."pathIds" @> ARRAY[office] AND NOT h."pathIds" @> ARRAY[office];
  END IF;
END $$;

-- Those below run as the owner of the tables: what they look up has policies itself.
CREATE FUNCTION lokmin_joint_items() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
BEGIN
  RETURN QUERY SELECT i.id FROM lokmin_joint_meetings() j JOIN "ActionItem" i ON i."meetingId" = j;
END $$;

CREATE FUNCTION lokmin_joint_invitations() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
BEGIN
  RETURN QUERY SELECT i.id FROM lokmin_joint_meetings() j JOIN "Invitation" i ON i."meetingId" = j;
END $$;

-- The invitations of an office's members to the trainings of others, also of those who have moved.
CREATE FUNCTION lokmin_members_invitations() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
BEGIN
  RETURN QUERY
    WITH office AS MATERIALIZED (
      SELECT unnest(lokmin_offices()) AS id
      UNION ALL SELECT o.id FROM "Organisation" o WHERE o."pathIds" @> lokmin_wide_office())
    SELECT t."invitationId" FROM office JOIN "TrainingParticipant" t ON t."organisationId" = office.id
    UNION
    SELECT t."invitationId" FROM (
      SELECT s.id FROM office JOIN "StaffMember" s ON s."organisationId" = office.id
      UNION SELECT s.id FROM office JOIN "StaffMember" s ON s."lastOrganisationId" = office.id
      UNION SELECT p."staffId" FROM office JOIN "StaffPlacement" p ON p."organisationId" = office.id
    ) member JOIN "TrainingParticipant" t ON t."staffId" = member.id;
END $$;

CREATE FUNCTION lokmin_members_trainings() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20 AS $$
BEGIN
  IF lokmin_wide_office() IS NOT NULL THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT t."meetingId" FROM lokmin_members_invitations() i JOIN "TrainingParticipant" t ON t."invitationId" = i;
END $$;

-- Of a province they are too many: it asks of each training.
CREATE FUNCTION lokmin_attends(meeting uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM "TrainingParticipant" t
    WHERE t."meetingId" = meeting AND (lokmin_is_within(t."organisationId") OR lokmin_staff_within(t."staffId")));
END $$;

-- Somebody of the office was told of it.
CREATE FUNCTION lokmin_events_told() RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
BEGIN
  RETURN QUERY SELECT n."eventId" FROM "User" u JOIN "Notification" n ON n."userId" = u.id
    WHERE u."organisationId" = ANY (lokmin_offices())
    OR u."organisationId" IN (SELECT o.id FROM "Organisation" o WHERE o."pathIds" @> lokmin_wide_office());
END $$;

-- Gives a table the policy of an office's own rows. A later one takes the place of an earlier one.
-- owners: columns with the offices that see a row, with those above them. also: a condition for others who do.
CREATE FUNCTION lokmin_guard(guarded regclass, owners text[], also text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own text := (SELECT string_agg(format('%I = ANY ((SELECT lokmin_offices())::uuid[])', owner), ' OR ') FROM unnest(owners) owner);
  below text := (SELECT string_agg(format('lokmin_is_under(%I, (SELECT lokmin_wide_office()))', owner), ' OR ') FROM unnest(owners) owner);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS office ON %s', guarded);
  EXECUTE format('CREATE POLICY office ON %s USING (%s OR (SELECT lokmin_shows_all()) OR %s)', guarded, own,
    concat_ws(' OR ', below, also));
END $$;

-- The policy of a table whose rows are seen with those of another.
CREATE FUNCTION lokmin_guard_with(guarded regclass, parent regclass, link text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS office ON %s', guarded);
  EXECUTE format('CREATE POLICY office ON %s USING ((SELECT lokmin_shows_all()) OR EXISTS (SELECT 1 FROM %s p WHERE p.id = %s.%I))', guarded, parent, guarded, link);
END $$;

SELECT lokmin_guard('"Meeting"', ARRAY['hostId'],
  '"hostId" = ANY ((SELECT lokmin_partners())::uuid[]) OR id IN (SELECT lokmin_joint_meetings()) OR id IN (SELECT lokmin_members_trainings())
   OR ((SELECT lokmin_wide_office()) IS NOT NULL AND kind = ''KALAKARYA'' AND lokmin_attends(id))');
SELECT lokmin_guard(guarded::regclass, ARRAY['organisationId'], '"organisationId" = ANY ((SELECT lokmin_partners())::uuid[]) OR ' || also) FROM (VALUES
  ('"ActionItem"', '"meetingId" IN (SELECT lokmin_joint_meetings())'),
  ('"Note"', '"meetingId" IN (SELECT lokmin_joint_meetings())'),
  ('"Attendance"', '"meetingId" IN (SELECT lokmin_joint_meetings()) OR "invitationId" IN (SELECT lokmin_members_invitations())'),
  ('"Invitation"', '"meetingId" IN (SELECT lokmin_joint_meetings()) OR id IN (SELECT lokmin_members_invitations())'),
  ('"Answer"', '"invitationId" IN (SELECT lokmin_joint_invitations()) OR "invitationId" IN (SELECT lokmin_members_invitations())'),
  ('"Comment"', '"itemId" IN (SELECT lokmin_joint_items())'),
  ('"ProgressReport"', '"itemId" IN (SELECT lokmin_joint_items())')
) AS every(guarded, also);
SELECT lokmin_guard('"Problem"', ARRAY['puskesmasId'],
  '"puskesmasId" = ANY ((SELECT lokmin_partners())::uuid[]) OR "meetingId" IN (SELECT lokmin_joint_meetings())');
SELECT lokmin_guard('"Event"', ARRAY['organisationId'], '"meetingId" IN (SELECT lokmin_joint_meetings()) OR id IN (SELECT lokmin_events_told())');
SELECT lokmin_guard('"UndoStep"', ARRAY['organisationId'], 'lokmin_meeting_within("meetingId")');
SELECT lokmin_guard_with('"UndoRow"', '"UndoStep"', 'stepId');
SELECT lokmin_guard_with(guarded::regclass, '"User"', 'userId') FROM (VALUES
  ('"ApiToken"'), ('"AuthenticatorApp"'), ('"Passkey"'), ('"PasskeyChallenge"'), ('"PendingSignIn"'), ('"RecoveryCode"'),
  ('"Session"'), ('"SignInLink"')
) AS every(guarded);
SELECT lokmin_guard(guarded::regclass, ARRAY['organisationId']) FROM (VALUES ('"PersonDistinction"'), ('"PersonMerge"')) AS every(guarded);
SELECT lokmin_guard(guarded::regclass, ARRAY['puskesmasId']) FROM (VALUES
  ('"IndicatorDenominator"'), ('"IndicatorValue"'), ('"PeriodSummary"'), ('"PlanSummary"'), ('"PuskesmasSummary"'), ('"SectorSummary"')
) AS every(guarded);
SELECT lokmin_guard('"PuskesmasValue"', ARRAY['puskesmasId', 'sourceId']);

-- Which offices' rows a connection shows: lib/database-scope.ts sets "lokmin.scope" whenever it lends one. Without it, none.
CREATE FUNCTION lokmin_shows_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('lokmin.scope', true) = 'all';

-- Functions that are called rather than written into each statement: what a policy asks is planned with every statement on
-- its table, and only few rows come past the first comparison.
CREATE FUNCTION lokmin_offices() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE scope text := coalesce(current_setting('lokmin.scope', true), '');
BEGIN
  IF scope LIKE 'one %' THEN RETURN ARRAY[substr(scope, 5)::uuid]; END IF;
  IF scope LIKE 'tree %' THEN RETURN ARRAY(SELECT o.id FROM "Organisation" o WHERE o."pathIds" @> ARRAY[substr(scope, 6)::uuid]); END IF;
  RETURN '{}';
END $$;

-- Of a province or the ministry, whose offices are too many to name.
CREATE FUNCTION lokmin_is_below(office uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE scope text := coalesce(current_setting('lokmin.scope', true), '');
BEGIN
  IF office IS NULL OR scope NOT LIKE 'wide %' THEN RETURN false; END IF;
  RETURN EXISTS (SELECT 1 FROM "Organisation" o WHERE o.id = office AND o."pathIds" @> ARRAY[substr(scope, 6)::uuid]);
END $$;

CREATE FUNCTION lokmin_is_within(office uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN coalesce(office = ANY (lokmin_offices()), false) OR lokmin_is_below(office);
END $$;

-- Those below run as the owner of the tables: what they look up has policies itself.
CREATE FUNCTION lokmin_meeting_within(meeting uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF meeting IS NULL THEN RETURN false; END IF;
  RETURN EXISTS (SELECT 1 FROM "MeetingOrganiser" g WHERE g."meetingId" = meeting AND lokmin_is_within(g."puskesmasId"));
END $$;

CREATE FUNCTION lokmin_item_within(item uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN lokmin_meeting_within((SELECT i."meetingId" FROM "ActionItem" i WHERE i.id = item));
END $$;

CREATE FUNCTION lokmin_participant_within(invitation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM "TrainingParticipant" t WHERE t."invitationId" = invitation AND lokmin_is_within(t."organisationId"));
END $$;

-- A letter or its paper, of a meeting held together, to a puskesmas about its month, or of what was handed to a Dinkes.
CREATE FUNCTION lokmin_paper_within(meeting uuid, feedback uuid, escalation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN lokmin_meeting_within(meeting)
    OR lokmin_is_within((SELECT f."puskesmasId" FROM "MonthlyFeedback" f WHERE f.id = feedback))
    OR lokmin_item_within((SELECT e."itemId" FROM "Escalation" e WHERE e.id = escalation));
END $$;

-- A report that came through the link is checked by all who hold the meeting.
CREATE FUNCTION lokmin_owner_link_within(link uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM "ProgressReport" r WHERE r."ownerLinkId" = link AND lokmin_item_within(r."itemId"));
END $$;

-- Who works or worked here, is to move from or to here, or takes part in a training held here.
CREATE FUNCTION lokmin_staff_within(staff uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM "StaffMember" s WHERE s.id = staff AND (lokmin_is_within(s."organisationId") OR lokmin_is_within(s."lastOrganisationId")))
    OR EXISTS (SELECT 1 FROM "StaffPlacement" p WHERE p."staffId" = staff AND lokmin_is_within(p."organisationId"))
    OR EXISTS (SELECT 1 FROM "StaffMove" v WHERE v."staffId" = staff AND (lokmin_is_within(v."fromId") OR lokmin_is_within(v."toId")))
    OR EXISTS (SELECT 1 FROM "TrainingParticipant" t WHERE t."staffId" = staff AND lokmin_meeting_within(t."meetingId"));
END $$;

CREATE FUNCTION lokmin_document_within(document "Document") RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN lokmin_meeting_within(coalesce(document."meetingId",
      (SELECT i."meetingId" FROM "Invitation" i WHERE i.id = document."invitationId"),
      (SELECT a."meetingId" FROM "Attendance" a WHERE a.id = document."attendanceId"),
      (SELECT s."meetingId" FROM "SignedCopy" s WHERE s.id = document."signedCopyId")))
    OR lokmin_item_within((SELECT r."itemId" FROM "ProgressReport" r WHERE r.id = document."reportId"))
    OR EXISTS (SELECT 1 FROM "IssuedPaper" p WHERE p.id = document."issuedPaperId"
      AND (lokmin_is_within(p."organisationId") OR lokmin_paper_within(p."meetingId", p."feedbackId", p."escalationId")))
    OR lokmin_is_within((SELECT s."organisationId" FROM "SignedCopy" s WHERE s.id = document."signedCopyId"))
    OR lokmin_is_within((SELECT p."organisationId" FROM "EvidencePart" e JOIN "EvidencePack" p ON p.id = e."packId" WHERE e.id = document."evidencePartId"))
    OR lokmin_staff_within((SELECT c."staffId" FROM "OutsideCertificate" c WHERE c.id = document."outsideCertificateId"))
    OR lokmin_is_within((SELECT q."organisationId" FROM "BankQuestion" q WHERE q.id = document."bankQuestionId"))
    OR EXISTS (SELECT 1 FROM "TestQuestion" q JOIN "TrainingTest" x ON x.id = q."testId" WHERE q."pictureId" = document.id AND lokmin_meeting_within(x."meetingId"))
    -- Answers go through all levels, logos and forms to the offices below; nobody's request shows them.
    OR (coalesce(document."answerId", document."letterheadId", document."wordFormId") IS NOT NULL AND coalesce(current_setting('lokmin.scope', true), '') <> '');
END $$;

-- Whose meeting it is for: known without a look at the meeting.
ALTER TABLE "Invitation" ADD COLUMN "organisationId" UUID;
UPDATE "Invitation" i SET "organisationId" = m."hostId" FROM "Meeting" m WHERE m.id = i."meetingId";
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_check" CHECK ("organisationId" IS NOT NULL);
CREATE UNIQUE INDEX "Meeting_hostId_id_key" ON "Meeting"("hostId", id);
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_meeting_tenant" FOREIGN KEY ("organisationId", "meetingId")
  REFERENCES "Meeting"("hostId", id) ON DELETE CASCADE ON UPDATE CASCADE;

-- Of the table and the columns that the trigger names, where a write did not say it.
CREATE FUNCTION office_of_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT %I FROM %I WHERE id = ($1).%I', TG_ARGV[2], TG_ARGV[0], TG_ARGV[1]) INTO NEW."organisationId" USING NEW;
  RETURN NEW;
END $$;

CREATE TRIGGER office_of_parent BEFORE INSERT ON "Invitation" FOR EACH ROW
  WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent('Meeting', 'meetingId', 'hostId');

ALTER TABLE "BankQuestion" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "BankQuestion" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "CalendarFeed" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "CalendarFeed" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "Certificate" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Certificate" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_meeting_within("Certificate"."meetingId"));

ALTER TABLE "Document" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Document" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_document_within("Document"));

ALTER TABLE "DocumentContent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "DocumentContent" USING (
  (SELECT lokmin_shows_all()) OR EXISTS (SELECT 1 FROM "Document" p WHERE p.id = "DocumentContent"."documentId"));

ALTER TABLE "EvidencePack" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "EvidencePack" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "EvidencePart" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "EvidencePart" USING (
  (SELECT lokmin_shows_all()) OR EXISTS (SELECT 1 FROM "EvidencePack" p WHERE p.id = "EvidencePart"."packId"));

ALTER TABLE "ImportDraft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "ImportDraft" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Invitation" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_meeting_within("Invitation"."meetingId") OR lokmin_participant_within("Invitation".id));

ALTER TABLE "IssuedPaper" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "IssuedPaper" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_paper_within("IssuedPaper"."meetingId", "IssuedPaper"."feedbackId", "IssuedPaper"."escalationId"));

ALTER TABLE "Job" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Job" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "Letter" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Letter" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_paper_within("Letter"."meetingId", "Letter"."feedbackId", "Letter"."escalationId"));

ALTER TABLE "MonthlyFeedback" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "MonthlyFeedback" USING (
  "dinkesId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("dinkesId") OR "puskesmasId" = ANY ((SELECT lokmin_offices())::uuid[]) OR lokmin_is_below("puskesmasId"));

ALTER TABLE "OutsideCertificate" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "OutsideCertificate" USING (
  (SELECT lokmin_shows_all()) OR lokmin_staff_within("OutsideCertificate"."staffId"));

ALTER TABLE "OwnerLink" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "OwnerLink" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_owner_link_within("OwnerLink".id));

ALTER TABLE "Person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Person" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "PlannedTraining" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "PlannedTraining" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "Seat" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "Seat" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "SeatHolder" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "SeatHolder" USING (
  (SELECT lokmin_shows_all()) OR EXISTS (SELECT 1 FROM "Seat" p WHERE p.id = "SeatHolder"."seatId"));

ALTER TABLE "SignedCopy" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "SignedCopy" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR lokmin_meeting_within("SignedCopy"."meetingId"));

ALTER TABLE "StaffLicence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "StaffLicence" USING (
  (SELECT lokmin_shows_all()) OR lokmin_staff_within("StaffLicence"."staffId"));

ALTER TABLE "StaffMember" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "StaffMember" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId")
  OR "lastOrganisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR lokmin_is_below("lastOrganisationId") OR lokmin_staff_within("StaffMember".id));

ALTER TABLE "StaffMove" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "StaffMove" USING (
  "fromId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("fromId") OR "toId" = ANY ((SELECT lokmin_offices())::uuid[]) OR lokmin_is_below("toId"));

ALTER TABLE "StaffPlacement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "StaffPlacement" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR lokmin_is_below("organisationId")
  OR (SELECT lokmin_shows_all()) OR lokmin_staff_within("StaffPlacement"."staffId"));

ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "User" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

ALTER TABLE "WebhookDelivery" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "WebhookDelivery" USING (
  (SELECT lokmin_shows_all()) OR EXISTS (SELECT 1 FROM "WebhookEndpoint" p WHERE p.id = "WebhookDelivery"."endpointId"));

ALTER TABLE "WebhookEndpoint" ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON "WebhookEndpoint" USING (
  "organisationId" = ANY ((SELECT lokmin_offices())::uuid[]) OR (SELECT lokmin_shows_all()) OR lokmin_is_below("organisationId"));

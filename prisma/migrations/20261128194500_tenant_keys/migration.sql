-- Children stay in their tenant. Prisma's own keys keep what happens on deletion; those here, which name the office or
-- the meeting beside the id, only refuse a row that points across. Existing rows that do are left and told of
-- (lib/installation/crossing-rows.ts): such a key holds for new rows alone.
CREATE UNIQUE INDEX "Person_organisationId_id_key" ON "Person"("organisationId", id);
CREATE UNIQUE INDEX "Seat_organisationId_id_key" ON "Seat"("organisationId", id);
CREATE UNIQUE INDEX "User_organisationId_id_key" ON "User"("organisationId", id);
CREATE UNIQUE INDEX "Letterhead_organisationId_id_key" ON "Letterhead"("organisationId", id);
CREATE UNIQUE INDEX "Cluster_organisationId_id_key" ON "Cluster"("organisationId", id);
CREATE UNIQUE INDEX "Invitation_meetingId_id_key" ON "Invitation"("meetingId", id);
CREATE UNIQUE INDEX "Problem_meetingId_id_key" ON "Problem"("meetingId", id);
CREATE UNIQUE INDEX "TrainingParticipant_meetingId_invitationId_key" ON "TrainingParticipant"("meetingId", "invitationId");
CREATE UNIQUE INDEX "Comment_itemId_id_key" ON "Comment"("itemId", id);
CREATE UNIQUE INDEX "EscalationForward_escalationId_id_key" ON "EscalationForward"("escalationId", id);
CREATE UNIQUE INDEX "TestQuestion_testId_id_key" ON "TestQuestion"("testId", id);
CREATE UNIQUE INDEX "Document_bankQuestionId_id_key" ON "Document"("bankQuestionId", id);

-- Whose these are follows from their parent.
ALTER TABLE "SeatHolder" ADD COLUMN "organisationId" UUID;
ALTER TABLE "ClusterReviewer" ADD COLUMN "organisationId" UUID;
ALTER TABLE "StandIn" ADD COLUMN "organisationId" UUID;
ALTER TABLE "PersonMerge" ADD COLUMN "organisationId" UUID;
ALTER TABLE "PersonDistinction" ADD COLUMN "organisationId" UUID;
UPDATE "SeatHolder" c SET "organisationId" = p."organisationId" FROM "Seat" p WHERE p.id = c."seatId";
UPDATE "ClusterReviewer" c SET "organisationId" = p."organisationId" FROM "Cluster" p WHERE p.id = c."clusterId";
UPDATE "StandIn" c SET "organisationId" = p."organisationId" FROM "Cluster" p WHERE p.id = c."clusterId";
UPDATE "PersonMerge" c SET "organisationId" = p."organisationId" FROM "Person" p WHERE p.id = c."keptId";
UPDATE "PersonDistinction" c SET "organisationId" = p."organisationId" FROM "Person" p WHERE p.id = c."firstId";
ALTER TABLE "SeatHolder" ADD CONSTRAINT "SeatHolder_organisationId_check" CHECK ("organisationId" IS NOT NULL);
ALTER TABLE "ClusterReviewer" ADD CONSTRAINT "ClusterReviewer_organisationId_check" CHECK ("organisationId" IS NOT NULL);
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_organisationId_check" CHECK ("organisationId" IS NOT NULL);
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_organisationId_check" CHECK ("organisationId" IS NOT NULL);
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_organisationId_check" CHECK ("organisationId" IS NOT NULL);

CREATE TRIGGER office_of_parent BEFORE INSERT ON "SeatHolder" FOR EACH ROW
  WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent('Seat', 'seatId', 'organisationId');
CREATE TRIGGER office_of_parent BEFORE INSERT ON "ClusterReviewer" FOR EACH ROW
  WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent('Cluster', 'clusterId', 'organisationId');
CREATE TRIGGER office_of_parent BEFORE INSERT ON "StandIn" FOR EACH ROW
  WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent('Cluster', 'clusterId', 'organisationId');
CREATE TRIGGER office_of_parent BEFORE INSERT ON "PersonMerge" FOR EACH ROW
  WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent('Person', 'keptId', 'organisationId');
CREATE TRIGGER office_of_parent BEFORE INSERT ON "PersonDistinction" FOR EACH ROW
  WHEN (NEW."organisationId" IS NULL) EXECUTE FUNCTION office_of_parent('Person', 'firstId', 'organisationId');

DO $$
DECLARE kept record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES
    ('User', 'person', '("organisationId", "personId") REFERENCES "Person"("organisationId", id)'),
    ('Person', 'mergedInto', '("organisationId", "mergedIntoId") REFERENCES "Person"("organisationId", id)'),
    ('PersonMerge', 'kept', '("organisationId", "keptId") REFERENCES "Person"("organisationId", id)'),
    ('PersonMerge', 'absorbed', '("organisationId", "absorbedId") REFERENCES "Person"("organisationId", id)'),
    ('PersonDistinction', 'first', '("organisationId", "firstId") REFERENCES "Person"("organisationId", id) ON DELETE CASCADE'),
    ('PersonDistinction', 'second', '("organisationId", "secondId") REFERENCES "Person"("organisationId", id) ON DELETE CASCADE'),
    ('SeatHolder', 'seat', '("organisationId", "seatId") REFERENCES "Seat"("organisationId", id) ON DELETE CASCADE'),
    ('SeatHolder', 'person', '("organisationId", "personId") REFERENCES "Person"("organisationId", id)'),
    ('Organisation', 'headSeat', '(id, "headSeatId") REFERENCES "Seat"("organisationId", id) ON DELETE SET NULL ("headSeatId")'),
    ('StaffPlacement', 'person', '("organisationId", "personId") REFERENCES "Person"("organisationId", id)'),
    ('ClusterReviewer', 'cluster', '("organisationId", "clusterId") REFERENCES "Cluster"("organisationId", id) ON DELETE CASCADE'),
    ('ClusterReviewer', 'user', '("organisationId", "userId") REFERENCES "User"("organisationId", id) ON DELETE CASCADE'),
    ('StandIn', 'cluster', '("organisationId", "clusterId") REFERENCES "Cluster"("organisationId", id) ON DELETE CASCADE'),
    ('StandIn', 'user', '("organisationId", "userId") REFERENCES "User"("organisationId", id)'),
    ('ImportDraft', 'user', '("organisationId", "userId") REFERENCES "User"("organisationId", id) ON DELETE CASCADE'),
    ('Job', 'user', '("organisationId", "userId") REFERENCES "User"("organisationId", id) ON DELETE SET NULL ("userId")'),
    ('Letter', 'letterhead', '("organisationId", "letterheadId") REFERENCES "Letterhead"("organisationId", id)'),
    ('BankQuestion', 'picture', '(id, "pictureId") REFERENCES "Document"("bankQuestionId", id)'),
    ('Attendance', 'invitation', '("meetingId", "invitationId") REFERENCES "Invitation"("meetingId", id) ON DELETE CASCADE'),
    ('TrainingParticipant', 'invitation', '("meetingId", "invitationId") REFERENCES "Invitation"("meetingId", id) ON DELETE CASCADE'),
    ('ParticipantApplication', 'participant', '("meetingId", "invitationId") REFERENCES "TrainingParticipant"("meetingId", "invitationId") ON DELETE CASCADE'),
    ('Certificate', 'invitation', '("meetingId", "invitationId") REFERENCES "Invitation"("meetingId", id) ON DELETE SET NULL ("invitationId")'),
    ('ActionItem', 'problem', '("meetingId", "problemId") REFERENCES "Problem"("meetingId", id) ON DELETE SET NULL ("problemId")'),
    ('Comment', 'answered', '("itemId", "answersId") REFERENCES "Comment"("itemId", id) ON DELETE CASCADE'),
    ('EscalationAnswer', 'forward', '("escalationId", "forwardId") REFERENCES "EscalationForward"("escalationId", id) ON DELETE CASCADE'),
    ('TestAnswer', 'question', '("testId", "questionId") REFERENCES "TestQuestion"("testId", id) ON DELETE CASCADE')
  ) AS every(child, name, key)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY %s NOT VALID', kept.child, kept.child || '_' || kept.name || '_tenant', kept.key);
    BEGIN
      EXECUTE format('ALTER TABLE %I VALIDATE CONSTRAINT %I', kept.child, kept.child || '_' || kept.name || '_tenant');
    EXCEPTION WHEN foreign_key_violation THEN
      RAISE WARNING '%: %', kept.child, SQLERRM;
    END;
  END LOOP;
END $$;

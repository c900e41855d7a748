-- AlterTable
ALTER TABLE "SyncedMark" ALTER COLUMN "userId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "SeatHolder" ADD COLUMN     "isUntilKnown" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "personId" UUID,
ALTER COLUMN "since" DROP NOT NULL,
ALTER COLUMN "since" DROP DEFAULT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "personId" UUID;

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT,
    "title" TEXT,
    "institution" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "nip" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonMerge" (
    "id" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "absorbedId" UUID NOT NULL,
    "mergedById" UUID,
    "merger" TEXT NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,
    "undoer" TEXT,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PersonMerge_pkey" PRIMARY KEY ("id")
);

-- Everybody known so far is a person of his own, under the id of the row that names him: equal names are no proof. The
-- office is shown who may be the same and merges them.
INSERT INTO "Person" (id, "organisationId", name, title, institution, email, "createdAt")
SELECT u.id, u."organisationId", u.name, u.position, o.name, u.email, u."createdAt"
FROM "User" u JOIN "Organisation" o ON o.id = u."organisationId";
UPDATE "User" SET "personId" = id;
INSERT INTO "Person" (id, "organisationId", name, title, institution, phone, email, "createdAt")
SELECT h.id, s."organisationId", h.name, s.title, s.institution, h.phone, h.email, h.since
FROM "SeatHolder" h JOIN "Seat" s ON s.id = h."seatId";
UPDATE "SeatHolder" SET "personId" = id;
ALTER TABLE "User" ALTER COLUMN "personId" SET NOT NULL;
ALTER TABLE "SeatHolder" ALTER COLUMN "personId" SET NOT NULL;

-- A day that was given is kept as its first minute. Of the first holder of a seat any other time is when the seat was
-- entered: since when he holds it, nobody said.
UPDATE "SeatHolder" h SET since = NULL
FROM "Seat" s JOIN "Organisation" o ON o.id = s."organisationId"
WHERE s.id = h."seatId"
  AND to_char(h.since AT TIME ZONE o."timeZone", 'HH24:MI:SS.MS') <> '00:00:00.000'
  AND NOT EXISTS (SELECT 1 FROM "SeatHolder" f WHERE f."seatId" = h."seatId" AND f.id <> h.id AND f.until <= h.since);

-- Ids of users that nothing held until now: one that is nobody's says nothing.
UPDATE "Approval" SET "approverId" = NULL WHERE "approverId" NOT IN (SELECT id FROM "User");
UPDATE "Reopening" SET "reopenedById" = NULL WHERE "reopenedById" NOT IN (SELECT id FROM "User");
UPDATE "Submission" SET "submittedById" = NULL WHERE "submittedById" NOT IN (SELECT id FROM "User");
UPDATE "SyncedMark" SET "userId" = NULL WHERE "userId" NOT IN (SELECT id FROM "User");
UPDATE "Escalation" SET "raisedById" = NULL WHERE "raisedById" NOT IN (SELECT id FROM "User");
UPDATE "EscalationAnswer" SET "answeredById" = NULL WHERE "answeredById" NOT IN (SELECT id FROM "User");
UPDATE "ItemReview" SET "reviewedById" = NULL WHERE "reviewedById" NOT IN (SELECT id FROM "User");
UPDATE "MeetingTemplate" SET "createdById" = NULL WHERE "createdById" NOT IN (SELECT id FROM "User");
UPDATE "Note" SET "authorId" = NULL WHERE "authorId" NOT IN (SELECT id FROM "User");
UPDATE "Problem" SET "createdById" = NULL WHERE "createdById" NOT IN (SELECT id FROM "User");
UPDATE "ProblemScore" SET "scoredById" = NULL WHERE "scoredById" NOT IN (SELECT id FROM "User");
UPDATE "ReportCheck" SET "checkedById" = NULL WHERE "checkedById" NOT IN (SELECT id FROM "User");

-- CreateIndex
CREATE INDEX "Person_organisationId_name_idx" ON "Person"("organisationId", "name");

-- CreateIndex
CREATE INDEX "Person_mergedIntoId_idx" ON "Person"("mergedIntoId");

-- CreateIndex
CREATE INDEX "PersonMerge_keptId_idx" ON "PersonMerge"("keptId");

-- CreateIndex
CREATE INDEX "PersonMerge_absorbedId_idx" ON "PersonMerge"("absorbedId");

-- CreateIndex
CREATE INDEX "SeatHolder_personId_idx" ON "SeatHolder"("personId");

-- CreateIndex
CREATE INDEX "User_personId_idx" ON "User"("personId");

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_reopenedById_fkey" FOREIGN KEY ("reopenedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncedMark" ADD CONSTRAINT "SyncedMark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatHolder" ADD CONSTRAINT "SeatHolder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationAnswer" ADD CONSTRAINT "EscalationAnswer_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingTemplate" ADD CONSTRAINT "MeetingTemplate_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_absorbedId_fkey" FOREIGN KEY ("absorbedId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemScore" ADD CONSTRAINT "ProblemScore_scoredById_fkey" FOREIGN KEY ("scoredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCheck" ADD CONSTRAINT "ReportCheck_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "PersonDistinction" (
    "firstId" UUID NOT NULL,
    "secondId" UUID NOT NULL,
    "decidedById" UUID,
    "decider" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PersonDistinction_pkey" PRIMARY KEY ("firstId","secondId")
);

-- CreateIndex
CREATE INDEX "PersonDistinction_secondId_idx" ON "PersonDistinction"("secondId");

-- AddForeignKey
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "Person" ADD CONSTRAINT "Person_words" CHECK (coalesce(name, title, institution) IS NOT NULL);
ALTER TABLE "Person" ADD CONSTRAINT "Person_merged" CHECK ("mergedIntoId" <> id);
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_two" CHECK ("keptId" <> "absorbedId");
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_undone" CHECK (("undoneAt" IS NULL) = ("undoer" IS NULL));
CREATE UNIQUE INDEX "PersonMerge_in_force_key" ON "PersonMerge"("absorbedId") WHERE "undoneAt" IS NULL;
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_order" CHECK ("firstId" < "secondId");

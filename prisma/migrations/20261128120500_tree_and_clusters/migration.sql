-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "OrganisationKind" ADD VALUE 'MINISTRY';
ALTER TYPE "OrganisationKind" ADD VALUE 'HOSPITAL';

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "pathIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "Cluster" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClusterMember" (
    "organisationId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,

    CONSTRAINT "ClusterMember_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "ClusterReviewer" (
    "clusterId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "ClusterReviewer_pkey" PRIMARY KEY ("clusterId","userId")
);

-- CreateTable
CREATE TABLE "StandIn" (
    "id" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StandIn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_organisationId_name_key" ON "Cluster"("organisationId", "name");

-- CreateIndex
CREATE INDEX "ClusterMember_clusterId_idx" ON "ClusterMember"("clusterId");

-- CreateIndex
CREATE INDEX "ClusterReviewer_userId_idx" ON "ClusterReviewer"("userId");

-- CreateIndex
CREATE INDEX "StandIn_clusterId_idx" ON "StandIn"("clusterId");

-- CreateIndex
CREATE INDEX "StandIn_userId_idx" ON "StandIn"("userId");

-- CreateIndex
CREATE INDEX "Organisation_pathIds_idx" ON "Organisation" USING GIN ("pathIds");

-- AddForeignKey
ALTER TABLE "Cluster" ADD CONSTRAINT "Cluster_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterMember" ADD CONSTRAINT "ClusterMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterMember" ADD CONSTRAINT "ClusterMember_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterReviewer" ADD CONSTRAINT "ClusterReviewer_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterReviewer" ADD CONSTRAINT "ClusterReviewer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_days" CHECK ("since" <= "until");

-- The ministry is of no province.
INSERT INTO "Area" (code, name) VALUES ('00', 'Indonesia') ON CONFLICT DO NOTHING;

WITH RECURSIVE tree AS (
  SELECT id, ARRAY[id] AS path FROM "Organisation" WHERE "parentId" IS NULL
  UNION ALL
  SELECT o.id, t.path || o.id FROM "Organisation" o JOIN tree t ON t.id = o."parentId"
)
UPDATE "Organisation" o SET "pathIds" = t.path FROM tree t WHERE t.id = o.id;

-- The parent is locked, so that it does not move while something is put below it.
CREATE FUNCTION organisation_path() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above UUID[];
BEGIN
  SELECT p."pathIds" INTO above FROM "Organisation" p WHERE p.id = NEW."parentId" FOR SHARE;
  IF NEW.id = ANY(above) THEN
    RAISE EXCEPTION 'Organisation % cannot be below itself', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  NEW."pathIds" := coalesce(above, '{}') || NEW.id;
  RETURN NEW;
END $$;

CREATE FUNCTION organisation_paths_below() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Organisation" SET "parentId" = "parentId" WHERE "parentId" = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER organisation_path BEFORE INSERT OR UPDATE OF "parentId", "pathIds" ON "Organisation"
  FOR EACH ROW EXECUTE FUNCTION organisation_path();

CREATE TRIGGER organisation_paths_below AFTER UPDATE OF "parentId", "pathIds" ON "Organisation"
  FOR EACH ROW WHEN (OLD."pathIds" IS DISTINCT FROM NEW."pathIds") EXECUTE FUNCTION organisation_paths_below();

-- CreateTable
CREATE TABLE "TileMap" (
    "organisationId" UUID NOT NULL,
    "tiles" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TileMap_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "AreaMap" (
    "organisationId" UUID NOT NULL,
    "drawing" JSONB NOT NULL,
    "fileName" TEXT NOT NULL,
    "uploader" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AreaMap_pkey" PRIMARY KEY ("organisationId")
);

-- AddForeignKey
ALTER TABLE "TileMap" ADD CONSTRAINT "TileMap_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AreaMap" ADD CONSTRAINT "AreaMap_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "objectKey" UUID;

-- CreateTable
CREATE TABLE "BucketObject" (
    "key" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BucketObject_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "BucketObject_createdAt_idx" ON "BucketObject"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Document_objectKey_key" ON "Document"("objectKey");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_objectKey_fkey" FOREIGN KEY ("objectKey") REFERENCES "BucketObject"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE UNLOGGED TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "WaitingForm" (
    "id" BIGSERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "isKnown" BOOLEAN NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitingForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WaitingForm_tokenHash_key" ON "WaitingForm"("tokenHash");

-- CreateIndex
CREATE INDEX "WaitingForm_until_idx" ON "WaitingForm"("until");

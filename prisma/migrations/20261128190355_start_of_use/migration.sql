-- CreateTable
CREATE TABLE "StartOfUse" (
    "organisationId" UUID NOT NULL,
    "month" DATE NOT NULL,

    CONSTRAINT "StartOfUse_pkey" PRIMARY KEY ("organisationId")
);

-- AddForeignKey
ALTER TABLE "StartOfUse" ADD CONSTRAINT "StartOfUse_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "StartOfUse" ADD CONSTRAINT "StartOfUse_month" CHECK (extract(day FROM "month") = 1);

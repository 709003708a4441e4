-- CreateTable
CREATE TABLE "OfficeDetails" (
    "teryt" CHAR(7) NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "edoreczenia" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "inspector" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    "changedByName" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficeDetails_pkey" PRIMARY KEY ("teryt")
);

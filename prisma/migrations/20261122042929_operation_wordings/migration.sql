-- CreateTable
CREATE TABLE "OperationWording" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "operationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revisionId" UUID,
    "after" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OperationWording_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OperationWording_operationId_idx" ON "OperationWording"("operationId");

-- AddForeignKey
ALTER TABLE "OperationWording" ADD CONSTRAINT "OperationWording_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "RemarkOperation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

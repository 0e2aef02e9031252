-- CreateTable
CREATE TABLE "people"."Erasure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID,
    "reason" TEXT NOT NULL,
    "emailHash" TEXT,
    "phoneHash" TEXT,
    "submissionId" UUID,
    "endLinks" BOOLEAN NOT NULL DEFAULT false,
    "counts" JSONB NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_at_idx" ON "people"."Erasure"("at");

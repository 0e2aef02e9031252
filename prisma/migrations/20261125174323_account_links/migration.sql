-- AlterEnum
ALTER TYPE "Recipient" ADD VALUE 'STAFF';

-- CreateTable
CREATE TABLE "AccountLink" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccountLink_staffId_key" ON "AccountLink"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "AccountLink_keyHash_key" ON "AccountLink"("keyHash");

-- CreateIndex
CREATE INDEX "AccountLink_expiresAt_idx" ON "AccountLink"("expiresAt");

-- CreateIndex
CREATE INDEX "StaffUser_name_id_idx" ON "StaffUser"("name", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_staffId_at_idx" ON "AuditEntry"("staffId", "at");

-- AddForeignKey
ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffUser"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex: whose open cases somebody holds
CREATE INDEX "Assignment_officerId_endedAt_idx" ON "Assignment"("officerId", "endedAt");

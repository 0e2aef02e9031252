-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('ANSWERED', 'FILED', 'REDIRECTED', 'TRANSFERRED', 'CALL_BACK');

-- AlterEnum
ALTER TYPE "Recipient" ADD VALUE 'SUPPORTER';

-- DropIndex
DROP INDEX "Notification_eventId_recipient_recipientKey_template_key";

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "occasion" TEXT,
ALTER COLUMN "eventId" DROP NOT NULL;
UPDATE "Notification" SET "occasion" = 'event:' || "eventId";
ALTER TABLE "Notification" ALTER COLUMN "occasion" SET NOT NULL;

-- AlterTable
ALTER TABLE "StaffUser" ADD COLUMN     "mustChangePassword" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "forwardedById" UUID,
ADD COLUMN     "handlerId" UUID,
ADD COLUMN     "proposedCategory" TEXT,
ADD COLUMN     "proposedKind" "Kind",
ADD COLUMN     "source" TEXT,
ADD COLUMN     "supportCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Procedure" (
    "code" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "departmentCode" TEXT,
    "content" JSONB NOT NULL,
    "searchText" TEXT NOT NULL DEFAULT '',
    "verifiedAt" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "edited" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Procedure_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ReplyTemplate" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "kind" "Kind",
    "categoryCode" TEXT,
    "departmentCode" TEXT,
    "text" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ReplyTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseLink" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseLink_pkey" PRIMARY KEY ("fromId","toId")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID NOT NULL,
    "outcome" "CallOutcome" NOT NULL,
    "categoryCode" TEXT,
    "procedureCode" TEXT,
    "topic" TEXT,
    "submissionId" UUID,
    "institutionCode" TEXT,
    "departmentCode" TEXT,
    "note" TEXT,
    "callBackAt" TIMESTAMPTZ(3),
    "calledBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people"."Support" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "emailHash" TEXT,
    "phoneHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'pl',
    "channel" "Channel" NOT NULL DEFAULT 'WEB',
    "linkVersion" INTEGER NOT NULL DEFAULT 1,
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people"."CallBack" (
    "callId" UUID NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "phoneHash" TEXT,

    CONSTRAINT "CallBack_pkey" PRIMARY KEY ("callId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Procedure_symbol_key" ON "Procedure"("symbol");

-- CreateIndex
CREATE INDEX "ReplyTemplate_command_position_idx" ON "ReplyTemplate"("command", "position");

-- CreateIndex
CREATE INDEX "CaseLink_toId_idx" ON "CaseLink"("toId");

-- CreateIndex
CREATE INDEX "Call_at_idx" ON "Call"("at");

-- CreateIndex
CREATE INDEX "Call_staffId_at_idx" ON "Call"("staffId", "at");

-- CreateIndex
CREATE INDEX "Call_submissionId_idx" ON "Call"("submissionId");

-- CreateIndex
CREATE INDEX "Call_outcome_calledBackAt_callBackAt_idx" ON "Call"("outcome", "calledBackAt", "callBackAt");

-- CreateIndex
CREATE UNIQUE INDEX "Support_keyHash_key" ON "people"."Support"("keyHash");

-- CreateIndex
CREATE INDEX "Support_submissionId_createdAt_idx" ON "people"."Support"("submissionId", "createdAt");

-- CreateIndex
CREATE INDEX "Support_emailHash_idx" ON "people"."Support"("emailHash");

-- CreateIndex
CREATE INDEX "Support_phoneHash_idx" ON "people"."Support"("phoneHash");

-- CreateIndex
CREATE INDEX "Support_verifiedAt_createdAt_idx" ON "people"."Support"("verifiedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Support_submissionId_emailHash_key" ON "people"."Support"("submissionId", "emailHash");

-- CreateIndex
CREATE INDEX "CallBack_phoneHash_idx" ON "people"."CallBack"("phoneHash");

-- CreateIndex
CREATE INDEX "Notification_eventId_idx" ON "Notification"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_occasion_recipient_recipientKey_template_key" ON "Notification"("occasion", "recipient", "recipientKey", "template");

-- CreateIndex
CREATE INDEX "Submission_handlerId_status_dueAt_id_idx" ON "Submission"("handlerId", "status", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Submission_forwardedById_status_dueAt_id_idx" ON "Submission"("forwardedById", "status", "dueAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_source_externalId_key" ON "Submission"("source", "externalId");

-- AddForeignKey
ALTER TABLE "Procedure" ADD CONSTRAINT "Procedure_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyTemplate" ADD CONSTRAINT "ReplyTemplate_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "Category"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyTemplate" ADD CONSTRAINT "ReplyTemplate_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_handlerId_fkey" FOREIGN KEY ("handlerId") REFERENCES "StaffUser"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_forwardedById_fkey" FOREIGN KEY ("forwardedById") REFERENCES "StaffUser"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffUser"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "Category"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "Procedure"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people"."Support" ADD CONSTRAINT "Support_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people"."CallBack" ADD CONSTRAINT "CallBack_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A case is not linked to itself, and a pair stands once.
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_ordered" CHECK ("fromId" < "toId");
-- What the reporter is asked to agree to is a whole proposal.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_whole_proposal"
  CHECK (("proposedKind" IS NULL) = ("proposedCategory" IS NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_whole_source"
  CHECK (("source" IS NULL) = ("externalId" IS NULL));

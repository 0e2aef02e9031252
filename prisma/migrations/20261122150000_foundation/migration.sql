-- Similar words, for search in texts and addresses.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "people";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('PROBLEM', 'IDEA', 'QUESTION');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('RECEIVED', 'PUBLISHED', 'UNDER_REVIEW', 'ACCEPTED', 'FORWARDED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED');

-- CreateEnum
CREATE TYPE "WaitingOn" AS ENUM ('NONE', 'REPORTER', 'EXTERNAL', 'SCHEDULED');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('FIXED', 'IMPLEMENTED', 'ANSWERED', 'NO_FAULT_FOUND', 'OUTSIDE_CITY', 'DECLINED', 'DUPLICATE', 'WITHDRAWN', 'NO_REPLY', 'EXPIRED');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('WEB', 'PHONE', 'EMAIL', 'IN_PERSON', 'LETTER', 'API', 'IMPORT');

-- CreateEnum
CREATE TYPE "Precision" AS ENUM ('EXACT', 'APPROXIMATE', 'DESCRIBED');

-- CreateEnum
CREATE TYPE "PlaceSource" AS ENUM ('ADDRESS', 'NEARBY', 'DEVICE', 'MAP', 'WORDS', 'STAFF');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CONSULTANT', 'SUPERVISOR', 'OFFICER', 'LEAD', 'AUDITOR', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('REPORTER', 'STAFF', 'SYSTEM');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('PUBLIC', 'REPORTER', 'INTERNAL');

-- CreateEnum
CREATE TYPE "MessageRole" AS ENUM ('EXPLANATION', 'ALTERNATIVE', 'QUESTION', 'REPLY', 'OBJECTION', 'REASON', 'NOTE');

-- CreateEnum
CREATE TYPE "AssignmentEnd" AS ENUM ('FORWARDED', 'RETURNED', 'DONE', 'CLOSED');

-- CreateEnum
CREATE TYPE "PhotoPurpose" AS ENUM ('REPORT', 'RESULT', 'OBJECTION');

-- CreateEnum
CREATE TYPE "PhotoState" AS ENUM ('RECEIVED', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "NotificationState" AS ENUM ('PENDING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "Recipient" AS ENUM ('REPORTER', 'DEPARTMENT');

-- CreateTable
CREATE TABLE "Department" (
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "scope" JSONB NOT NULL,
    "contact" TEXT,
    "contactConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "email" TEXT,
    "parentCode" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "edited" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Category" (
    "code" TEXT NOT NULL,
    "kind" "Kind" NOT NULL,
    "group" TEXT NOT NULL,
    "groupName" JSONB NOT NULL,
    "name" JSONB NOT NULL,
    "keywords" JSONB NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "firstAnswerDays" INTEGER NOT NULL,
    "fixDays" INTEGER,
    "danger" BOOLEAN NOT NULL DEFAULT false,
    "locationRequired" BOOLEAN NOT NULL DEFAULT true,
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "edited" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "District" (
    "number" INTEGER NOT NULL,
    "roman" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "outline" JSONB NOT NULL,

    CONSTRAINT "District_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Institution" (
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "scope" JSONB NOT NULL,
    "phone" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "edited" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Institution_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "GazetteerPlace" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "district" INTEGER,

    CONSTRAINT "GazetteerPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoutingRule" (
    "id" UUID NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "districtNumber" INTEGER,
    "departmentCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RoutingRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffUser" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "departmentCode" TEXT,
    "passwordHash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffUser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferenceCounter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ReferenceCounter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "Kind" NOT NULL,
    "status" "Status" NOT NULL DEFAULT 'RECEIVED',
    "waitingOn" "WaitingOn" NOT NULL DEFAULT 'NONE',
    "waitingUntil" DATE,
    "outcome" "Outcome",
    "categoryCode" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'pl',
    "text" TEXT,
    "publicText" TEXT,
    "releasedAt" TIMESTAMPTZ(3),
    "findings" TEXT[],
    "departmentCode" TEXT,
    "districtNumber" INTEGER,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "firstAnswerDue" TIMESTAMPTZ(3) NOT NULL,
    "fixDue" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "firstAnsweredAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "objectedAt" TIMESTAMPTZ(3),
    "hops" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3),
    "reminded" BOOLEAN NOT NULL DEFAULT false,
    "publishedAt" TIMESTAMPTZ(3),
    "staffActed" BOOLEAN NOT NULL DEFAULT false,
    "duplicateOfId" UUID,
    "linkVersion" INTEGER NOT NULL DEFAULT 1,
    "trackingHash" TEXT NOT NULL,
    "draftId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "main" BOOLEAN NOT NULL DEFAULT true,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "precision" "Precision" NOT NULL,
    "source" "PlaceSource" NOT NULL,
    "address" TEXT,
    "description" TEXT,
    "districtNumber" INTEGER,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "officerId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "end" "AssignmentEnd",
    "returnReason" TEXT,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "submissionId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "staffId" UUID,
    "departmentCode" TEXT,
    "visibility" "Visibility" NOT NULL,
    "fromStatus" "Status",
    "toStatus" "Status" NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "submissionId" UUID NOT NULL,
    "role" "MessageRole" NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'pl',
    "text" TEXT,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Photo" (
    "id" UUID NOT NULL,
    "draftId" UUID,
    "submissionId" UUID,
    "eventId" BIGINT,
    "purpose" "PhotoPurpose" NOT NULL,
    "state" "PhotoState" NOT NULL DEFAULT 'RECEIVED',
    "failure" TEXT,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "releasedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "recipient" "Recipient" NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "state" "NotificationState" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "staffId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "requestId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateCounter" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "RateCounter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "people"."Contact" (
    "submissionId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "emailHash" TEXT,
    "phoneHash" TEXT,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "people"."Follower" (
    "submissionId" UUID NOT NULL,
    "fromSubmissionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("submissionId","fromSubmissionId")
);

-- CreateTable
CREATE TABLE "people"."Draft" (
    "id" UUID NOT NULL,
    "kind" "Kind" NOT NULL,
    "locale" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submissionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people"."FormState" (
    "id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Category_kind_position_idx" ON "Category"("kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "District_roman_key" ON "District"("roman");

-- CreateIndex
CREATE UNIQUE INDEX "GazetteerPlace_type_name_key" ON "GazetteerPlace"("type", "name");

-- CreateIndex
CREATE INDEX "RoutingRule_categoryCode_position_idx" ON "RoutingRule"("categoryCode", "position");

-- CreateIndex
CREATE UNIQUE INDEX "StaffUser_email_key" ON "StaffUser"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_reference_key" ON "Submission"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_trackingHash_key" ON "Submission"("trackingHash");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_draftId_key" ON "Submission"("draftId");

-- CreateIndex
CREATE INDEX "Submission_changedAt_id_idx" ON "Submission"("changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_status_dueAt_id_idx" ON "Submission"("status", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Submission_departmentCode_status_dueAt_id_idx" ON "Submission"("departmentCode", "status", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Submission_districtNumber_changedAt_id_idx" ON "Submission"("districtNumber", "changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_categoryCode_changedAt_id_idx" ON "Submission"("categoryCode", "changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_departmentCode_changedAt_id_idx" ON "Submission"("departmentCode", "changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_status_changedAt_id_idx" ON "Submission"("status", "changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Submission_duplicateOfId_idx" ON "Submission"("duplicateOfId");

-- CreateIndex
CREATE INDEX "Submission_waitingOn_askedAt_idx" ON "Submission"("waitingOn", "askedAt");

-- CreateIndex
CREATE INDEX "Submission_text_idx" ON "Submission" USING GIN ("text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Submission_publicText_idx" ON "Submission" USING GIN ("publicText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Submission_status_resolvedAt_idx" ON "Submission"("status", "resolvedAt");

-- CreateIndex
CREATE INDEX "Submission_categoryCode_departmentCode_resolvedAt_idx" ON "Submission"("categoryCode", "departmentCode", "resolvedAt");

-- CreateIndex
CREATE INDEX "Place_submissionId_idx" ON "Place"("submissionId");

-- CreateIndex
CREATE INDEX "Place_lat_lng_idx" ON "Place"("lat", "lng");

-- CreateIndex
CREATE INDEX "Place_address_idx" ON "Place" USING GIN ("address" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Assignment_submissionId_openedAt_idx" ON "Assignment"("submissionId", "openedAt");

-- CreateIndex
CREATE INDEX "Assignment_departmentCode_endedAt_submissionId_idx" ON "Assignment"("departmentCode", "endedAt", "submissionId");

-- CreateIndex
CREATE INDEX "Event_submissionId_id_idx" ON "Event"("submissionId", "id");

-- CreateIndex
CREATE INDEX "Message_eventId_idx" ON "Message"("eventId");

-- CreateIndex
CREATE INDEX "Message_submissionId_idx" ON "Message"("submissionId");

-- CreateIndex
CREATE INDEX "Photo_submissionId_position_idx" ON "Photo"("submissionId", "position");

-- CreateIndex
CREATE INDEX "Photo_draftId_position_idx" ON "Photo"("draftId", "position");

-- CreateIndex
CREATE INDEX "Photo_state_createdAt_idx" ON "Photo"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_state_sendAfter_idx" ON "Notification"("state", "sendAfter");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_eventId_recipient_recipientKey_template_key" ON "Notification"("eventId", "recipient", "recipientKey", "template");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "RateCounter_windowStart_idx" ON "RateCounter"("windowStart");

-- CreateIndex
CREATE INDEX "Contact_emailHash_idx" ON "people"."Contact"("emailHash");

-- CreateIndex
CREATE INDEX "Contact_phoneHash_idx" ON "people"."Contact"("phoneHash");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_submissionId_key" ON "people"."Draft"("submissionId");

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "people"."Draft"("expiresAt");

-- CreateIndex
CREATE INDEX "FormState_expiresAt_idx" ON "people"."FormState"("expiresAt");

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingRule" ADD CONSTRAINT "RoutingRule_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "Category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingRule" ADD CONSTRAINT "RoutingRule_districtNumber_fkey" FOREIGN KEY ("districtNumber") REFERENCES "District"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingRule" ADD CONSTRAINT "RoutingRule_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffUser" ADD CONSTRAINT "StaffUser_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_categoryCode_fkey" FOREIGN KEY ("categoryCode") REFERENCES "Category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_districtNumber_fkey" FOREIGN KEY ("districtNumber") REFERENCES "District"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "StaffUser"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffUser"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "people"."Draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people"."Contact" ADD CONSTRAINT "Contact_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people"."Follower" ADD CONSTRAINT "Follower_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one department holds a case at a time.
CREATE UNIQUE INDEX "Assignment_one_open" ON "Assignment" ("submissionId") WHERE "endedAt" IS NULL;

-- A case that ended says how; an open one does not.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_outcome_when_ended"
  CHECK (("status" IN ('RESOLVED', 'CLOSED')) = ("outcome" IS NOT NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_scheduled_has_day"
  CHECK (("waitingOn" = 'SCHEDULED') = ("waitingUntil" IS NOT NULL));
ALTER TABLE "Place" ADD CONSTRAINT "Place_whole_point" CHECK (("lat" IS NULL) = ("lng" IS NULL));
CREATE UNIQUE INDEX "Place_one_main" ON "Place" ("submissionId") WHERE "main";

-- The history and the audit are only ever added to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A message may lose its words (erasure), never change them.
CREATE FUNCTION "refuse_rewording"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" IS NOT NULL AND NEW."text" IS DISTINCT FROM OLD."text" THEN
    RAISE EXCEPTION 'a message can be redacted, not reworded' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Message_only_redacted" BEFORE UPDATE ON "Message"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewording"();

-- Counters of limits may be lost in a crash; writing them costs less that way.
ALTER TABLE "RateCounter" SET UNLOGGED;

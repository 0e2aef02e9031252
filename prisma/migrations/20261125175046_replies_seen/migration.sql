-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "repliedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "publicTitle" TEXT,
ADD COLUMN     "title" TEXT;

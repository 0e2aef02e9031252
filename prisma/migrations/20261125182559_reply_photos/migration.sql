-- AlterEnum
ALTER TYPE "PhotoPurpose" ADD VALUE 'REPLY';

-- CreateTable
CREATE TABLE "Revision" (
    "key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("key")
);

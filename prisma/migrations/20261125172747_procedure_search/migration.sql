-- Some forty cards are searched in memory, word by word in three languages: nothing reads a text made for it.
ALTER TABLE "Procedure" DROP COLUMN "searchText";

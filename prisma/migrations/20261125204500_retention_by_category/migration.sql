-- How long a case keeps its person is for each category to say.
ALTER TABLE "Category" ADD COLUMN     "contactMonths" INTEGER;

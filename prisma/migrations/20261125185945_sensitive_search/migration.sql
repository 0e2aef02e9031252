-- What everybody may search in holds no address of a sensitive case; also when its category becomes sensitive later. Says
-- in SQL what `publicSearchText` says in TypeScript.
CREATE FUNCTION "search_on_category"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Submission" s SET "searchText" = "folded"(
      COALESCE(s."publicTitle", '') || ' ' || s."publicText" || ' '
      || COALESCE(CASE WHEN NOT NEW."sensitive" THEN
           (SELECT p."address" FROM "Place" p WHERE p."submissionId" = s."id" AND p."main" LIMIT 1) END, ''))
    WHERE s."categoryCode" = NEW."code" AND s."publicText" IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Category_search" AFTER UPDATE ON "Category" FOR EACH ROW
  WHEN (OLD."sensitive" <> NEW."sensitive") EXECUTE FUNCTION "search_on_category"();

CREATE TABLE "StatisticsCell" (
    "period" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "filed" INTEGER NOT NULL,
    "ended" INTEGER NOT NULL,
    "decided" INTEGER NOT NULL,
    "successful" INTEGER NOT NULL,
    "median" DOUBLE PRECISION,
    "p80" DOUBLE PRECISION,

    CONSTRAINT "StatisticsCell_pkey" PRIMARY KEY ("period","dimension","kind","key")
);
CREATE INDEX "StatisticsCell_dimension_kind_key_period_idx" ON "StatisticsCell"("dimension", "kind", "key", "period");

CREATE TABLE "StatisticsCalls" (
    "period" TEXT NOT NULL,
    "outcome" "CallOutcome" NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "StatisticsCalls_pkey" PRIMARY KEY ("period","outcome")
);

CREATE TABLE "StatisticsDirty" (
    "id" BIGSERIAL NOT NULL,
    "month" DATE NOT NULL,

    CONSTRAINT "StatisticsDirty_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StatisticsState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatisticsState_pkey" PRIMARY KEY ("id")
);

-- When a case came to its end, for counting what ended in a month.
CREATE INDEX "Submission_ended" ON "Submission" (COALESCE("resolvedAt", "closedAt"));

CREATE FUNCTION "city_month"(at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT date_trunc('month', at AT TIME ZONE 'Europe/Warsaw')::date
$$;

-- Every change of what is counted marks its months, in its own transaction. Only ever added to, so that nobody waits.
CREATE FUNCTION "mark_filed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StatisticsDirty" ("month")
    SELECT DISTINCT "city_month"(at) FROM changed,
      LATERAL (VALUES ("receivedAt"), (COALESCE("resolvedAt", "closedAt"))) AS moments(at)
    WHERE at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE FUNCTION "mark_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StatisticsDirty" ("month")
    SELECT DISTINCT "city_month"(at) FROM before b JOIN after a ON a."id" = b."id",
      LATERAL (VALUES (a."receivedAt"), (COALESCE(b."resolvedAt", b."closedAt")), (COALESCE(a."resolvedAt", a."closedAt")))
        AS moments(at)
    WHERE at IS NOT NULL
      AND (a."kind", a."categoryCode", a."departmentCode", a."districtNumber", a."receivedAt", a."outcome",
           COALESCE(a."resolvedAt", a."closedAt"))
        IS DISTINCT FROM
          (b."kind", b."categoryCode", b."departmentCode", b."districtNumber", b."receivedAt", b."outcome",
           COALESCE(b."resolvedAt", b."closedAt"));
  RETURN NULL;
END
$$;
CREATE FUNCTION "mark_called"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StatisticsDirty" ("month") SELECT DISTINCT "city_month"("at") FROM changed;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Submission_statistics_filed" AFTER INSERT ON "Submission"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "mark_filed"();
CREATE TRIGGER "Submission_statistics_changed" AFTER UPDATE ON "Submission"
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "mark_changed"();
CREATE TRIGGER "Submission_statistics_gone" AFTER DELETE ON "Submission"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "mark_filed"();
CREATE TRIGGER "Call_statistics_logged" AFTER INSERT ON "Call"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "mark_called"();
CREATE TRIGGER "Call_statistics_changed" AFTER UPDATE ON "Call"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "mark_called"();

-- What is there already.
INSERT INTO "StatisticsDirty" ("month")
  SELECT DISTINCT "city_month"(at) FROM "Submission",
    LATERAL (VALUES ("receivedAt"), (COALESCE("resolvedAt", "closedAt"))) AS moments(at) WHERE at IS NOT NULL;

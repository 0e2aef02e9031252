-- Whoever of the infoline is there keeps a promise to call back: it is kept who did.
ALTER TABLE "Call" ADD COLUMN "calledBackById" UUID;
ALTER TABLE "Call" ADD CONSTRAINT "Call_calledBackById_fkey" FOREIGN KEY ("calledBackById") REFERENCES "StaffUser"("id") ON DELETE SET NULL ON UPDATE CASCADE;

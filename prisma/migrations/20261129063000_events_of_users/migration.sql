-- A user's own changes, for the copy of his data. Most events are invitees', who are no users: those cost it nothing.
CREATE INDEX "Event_of_user" ON "Event"("userId", "id") WHERE "userId" IS NOT NULL;

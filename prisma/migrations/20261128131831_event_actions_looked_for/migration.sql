-- DropIndex
DROP INDEX "Event_meetingId_action_id_idx";

-- Of a meeting's events two kinds are looked for by what they are; an answer by link writes one index less.
CREATE INDEX "Event_actions_looked_for" ON "Event"("meetingId", "action", "id") WHERE "action" IN ('problem.order-decided', 'minutes.edited');

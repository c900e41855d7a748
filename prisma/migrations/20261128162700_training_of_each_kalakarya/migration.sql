-- Each kalakarya that is there becomes a training with the usual rule.
INSERT INTO "Training" ("meetingId", "objectives")
SELECT id, '{}' FROM "Meeting" WHERE kind = 'KALAKARYA'
ON CONFLICT DO NOTHING;

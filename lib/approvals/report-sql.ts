import { Prisma } from "@/prisma/generated/client";

/** `reportState` in SQL, joined to meetings m as s: "isApproved", "isReported", "reportState". */
export const reportOfMeeting = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT v."approvedAt" FROM "Approval" v
    WHERE v."meetingId" = m.id AND NOT EXISTS (SELECT 1 FROM "Reopening" o WHERE o."approvalId" = v.id)
    LIMIT 1
  ) sa ON true
  LEFT JOIN LATERAL (
    SELECT u."submittedAt", w.decision FROM "Submission" u LEFT JOIN "SubmissionReview" w ON w."submissionId" = u.id
    WHERE u."meetingId" = m.id ORDER BY u.number DESC LIMIT 1
  ) su ON true
  CROSS JOIN LATERAL (
    SELECT CASE WHEN su."submittedAt" IS NULL THEN 'NOT_SENT' WHEN su.decision = 'RETURNED' THEN 'RETURNED'
      WHEN sa."approvedAt" IS NULL OR su."submittedAt" < sa."approvedAt" THEN 'REOPENED'
      WHEN su.decision IS NULL THEN 'SENT' ELSE 'REVIEWED' END AS "reportState"
  ) sr
  CROSS JOIN LATERAL (
    SELECT sa."approvedAt" IS NOT NULL AS "isApproved", sr."reportState", sr."reportState" IN ('SENT', 'REVIEWED') AS "isReported"
  ) s`;

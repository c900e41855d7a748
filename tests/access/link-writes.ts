// What is written without an account: by the holder of a personal link, a code on the projector, a sign-in link.
import { randomUUID } from "node:crypto";
import { checkIn } from "@/lib/attendance/check-in";
import { db } from "@/lib/db";
import { storeDocument } from "@/lib/documents/writes";
import { answerInvitation } from "@/lib/invitations/invitee";
import { reportThroughLink } from "@/lib/owner-links/report";
import { ownerReportSchema } from "@/lib/owner-links/schema";
import { hashToken, newToken } from "@/lib/secrets";
import { reportThroughOwnLink } from "@/lib/session-attendance/own-link";
import { sendOpinion } from "@/lib/training-evaluations/opinion-writes";
import { handIn, saveAnswers, startTest, type Taken } from "@/lib/training-tests/answers";
import { spendLink } from "@/lib/users/links";
import { smallPdf } from "@/tests/factories/files";
import type { State, World } from "./world";

type LinkWrite = {
  call: (it: World, tokenHash: string) => Promise<unknown>;
  token: (it: World) => string;
  in: readonly State[];
  /** What a wrong link gets: refused, or nothing there. */
  wrong: "-" | ".";
};

const fours = { materi: 4, narasumber: 4, metode: 4, waktu: 4, sarana: 4, penyelenggara: 4 };

const ofParticipant = ({ participant }: World) => participant.token;
const taken = async (writing: Promise<Taken>) => (await writing) === "taken";

export const linkWrites: Record<string, LinkWrite> = {
  "training-tests/answers startTest": {
    call: (_, tokenHash) => taken(startTest(tokenHash, "POST")),
    token: ({ beginner }) => beginner.token,
    in: ["SCHEDULED", "IN_PROGRESS", "CLOSED"],
    wrong: "-",
  },
  // In the other states it is kept apart, and counts only once the test is opened again.
  "training-tests/answers saveAnswers": {
    call: async (_, tokenHash) => (await saveAnswers(tokenHash, "POST", { on: "1", q1: "1" })) !== "gone",
    token: ofParticipant,
    in: ["SCHEDULED", "IN_PROGRESS", "CLOSED", "APPROVED", "POSTPONED", "CANCELLED"],
    wrong: "-",
  },
  "training-tests/answers handIn": {
    call: (_, tokenHash) => taken(handIn(tokenHash, "POST")),
    token: ofParticipant,
    in: ["SCHEDULED", "IN_PROGRESS", "CLOSED"],
    wrong: "-",
  },
  "invitations/invitee answerInvitation": {
    call: (_, tokenHash) => answerInvitation(tokenHash, { choice: "PRESENT" }),
    token: ({ invitation }) => invitation.token,
    in: ["SCHEDULED"],
    wrong: "-",
  },
  // Anybody who learned, from the last session on.
  "training-evaluations/opinion-writes sendOpinion": {
    call: (_, tokenHash) =>
      sendOpinion(
        tokenHash,
        { mostUseful: null, suggestion: null, ratings: { ...fours, manfaat: 5 } },
        new Date(Date.now() + 86_400_000),
      ),
    token: ({ participant }) => participant.token,
    in: ["IN_PROGRESS", "CLOSED", "APPROVED"],
    wrong: "-",
  },
  "documents/writes storeDocument": {
    call: (_, tokenHash) =>
      storeDocument({ tokenHash }, { id: randomUUID(), kind: "DELEGATION_LETTER", name: "x.pdf", bytes: smallPdf }),
    token: ({ invitation }) => invitation.token,
    in: ["SCHEDULED", "IN_PROGRESS"],
    wrong: ".",
  },
  "session-attendance/own-link reportThroughOwnLink": {
    call: ({ sessionId }, tokenHash) => reportThroughOwnLink(tokenHash, sessionId),
    token: ({ invitation }) => invitation.token,
    in: ["IN_PROGRESS"],
    wrong: "-",
  },
  "owner-links/report reportThroughLink": {
    call: ({ owned }, tokenHash) =>
      reportThroughLink(tokenHash, owned.id, ownerReportSchema.parse({ id: randomUUID(), status: "DONE" }), []),
    token: ({ link }) => link.token,
    in: ["SCHEDULED", "IN_PROGRESS", "CLOSED", "APPROVED", "POSTPONED", "CANCELLED"],
    wrong: "-",
  },
};

/** By a code that is shown while the meeting runs: nothing else identifies who writes. */
export const byCode = {
  "attendance/check-in checkIn": {
    call: ({ meetingId }: World) =>
      checkIn(meetingId, { kind: "guest", id: randomUUID(), name: "Tamu", title: "Staf", institution: "Katibung" }),
    in: ["IN_PROGRESS"] as readonly State[],
  },
};

export const bySignInLink = {
  "users/links spendLink": async ({ user }: World, isGenuine: boolean) => {
    const token = newToken();
    const expiresAt = new Date(Date.now() + 3_600_000);
    await db.signInLink.create({ data: { userId: user.id, tokenHash: hashToken(token), expiresAt } });
    return spendLink(isGenuine ? token : newToken(), "kata sandi baru");
  },
};

/** What no request of a person asks for by itself, each held by the tests named. */
export const byNobody: Record<string, string> = {
  "certificates/remind remindOfExpiry": "expiry.test.ts: each morning, by the worker",
  "organisations/setup setUp": "organisations-setup.test.ts: once, before there is any user",
  "installation/secret isOwnSecret": "installation.test.ts: at the start of the server",
  "installation/reseal resealAll": "lost-secret.test.ts: by the start that takes a new secret",
  "installation/secret rememberSecret": "installation.test.ts: by the command that asks for it",
  "backups/record recordBackup": "backup-command.test.ts: by the command that made it, and by the worker",
  "backups/record rememberFingerprint": "backup-command.test.ts: by the command that restores",
  "backups/restore restoreBackup": "backup.test.ts: by the command, on an installation that is stopped",
  "backups/end-access endAccess": "backup.test.ts: a step of the restore",
  "backups/clear keepForSweep": "backup.test.ts: a step of the restore",
  "organisations/areas loadAreas": "reference data, by the commands",
  "sessions/lifetime openSession": "sessions.test.ts: after the password was checked",
  "sessions/lifetime endSession": "sessions.test.ts: by the cookie that is ended",
  "second-factor/pending beginPending": "second-factor.test.ts: after the password was checked",
  "second-factor/spend spendCode": "second-factor.test.ts: by the code that is spent",
  "second-factor/sign-in signInWithCode": "second-factor.test.ts: by a code, after the right password",
  "second-factor/sign-in openPending": "second-factor.test.ts: after the first second factor was set up",
  "second-factor/guessed noteGuessed": "second-factor.test.ts: after too many wrong codes",
  "users/recover recoverAdmin": "account-recovery.test.ts: by a command on the server",
  "second-factor/sign-in signInWithPasskey": "passkeys.test.ts: by what a passkey signed",
  "second-factor/sign-in signInWithSecondPasskey": "passkeys.test.ts: the same, after the right password",
  "second-factor/challenges takeChallenge": "passkeys.test.ts: by the challenge that is used up",
  "second-factor/passkeys askForPasskey": "passkeys.test.ts: keeps the challenge",
  "second-factor/passkeys spendPasskey": "passkeys.test.ts: by what a passkey signed",
  "second-factor/passkeys beginPasskey": "passkeys.test.ts: somebody's own alone",
  "second-factor/passkeys addPasskey": "passkeys.test.ts: somebody's own alone",
  "second-factor/confirm confirmByPasskey": "passkeys.test.ts: by what a passkey signed",
  "second-factor/confirm confirmByCode": "second-factor.test.ts: by a code",
  "second-factor/confirm confirmByPassword": "second-factor.test.ts: by the password",
  "second-factor/confirm noteConfirmed": "second-factor.test.ts: after a code or the password",
  "second-factor/writes beginApp": "second-factor.test.ts: somebody's own alone",
  "second-factor/writes confirmApp": "second-factor.test.ts: somebody's own alone",
  "second-factor/writes removeFactor": "second-factor.test.ts: somebody's own alone",
  "second-factor/writes makeRecoveryCodes": "second-factor.test.ts: somebody's own alone",
  "api-tokens/reads findActorOfToken": "api.test.ts: notes when the token was last used",
  "sessions/reads findSession": "sessions.test.ts: notes when the session was last seen",
  "imports/drafts deleteExpiredImports": "jobs.test.ts",
  "imports/definition defineImport": "makes what confirmImport applies",
  "imports/kinds kindOf": "finds what confirmImport applies",
  "email/results keepResult": "email.test.ts: by the job that sends",
  "whatsapp/results keepWhatsappResult": "whatsapp.test.ts: by the job that sends",
  "whatsapp/statuses applyStatuses": "whatsapp.test.ts: by a report that Meta signed",
  "documents/store placeFile": "a step of storeDocument before its transaction",
  "attendance/signatures readSignature": "a step of a mark before its transaction",
  "documents/move moveDocuments": "bucket.test.ts: by a command",
  "documents/sweep sweepBucket": "bucket.test.ts: by housekeeping",
  "documents/sweep removeObject": "bucket.test.ts: by housekeeping",
  "jobs/handlers runHandler": "jobs.test.ts",
  "jobs/handlers runOfficeHandler": "webhooks.test.ts",
  "jobs/handlers giveUp": "jobs.test.ts",
  "privacy/mask maskExpired": "privacy.test.ts: by housekeeping",
  "privacy/readings noteReading": "privacy.test.ts: by reading",
  "privacy/readings noteListReading": "staff-data.test.ts: by reading",
  "privacy/staff-requests askAboutOwnData": "staff-data.test.ts: by the link to his own record",
  "privacy/readings noteFileReading": "privacy.test.ts: by reading",
  "privacy/readings noteRollReading": "privacy.test.ts: by reading",
  "undo/keep deleteOldUndoSteps": "undo.test.ts: by housekeeping",
  "webhooks/deliver deleteOldDeliveries": "webhooks.test.ts: by housekeeping",
  "jobs/housekeeping runHousekeeping": "jobs.test.ts",
  "notifications/make makeNotifications": "notifications.test.ts: by the worker",
  "notifications/make deleteOldNotifications": "notifications.test.ts: by housekeeping",
  "notifications/mail-queue queueAccountMails": "account-news.test.ts: by the worker",
  "notifications/mail-queue queueDigests": "notification-mails.test.ts: by the worker",
  "notifications/mail-queue queueNewsMails": "notification-mails.test.ts: by the worker",
  "notifications/mail-send sendNotificationMails": "notification-mails.test.ts: by the worker",
  "notifications/run runNotifications": "notification-mails.test.ts: by the worker",
  "backups/job runDailyBackup": "backup-daily.test.ts: by the worker",
  "backups/keep keepBackup": "backup-daily.test.ts: by the worker, and before an upgrade",
  "jobs/recovery failUnqueued": "backup-daily.test.ts: after a restore",
  "jobs/recovery recoverAbandoned": "jobs.test.ts",
  "jobs/run runJob": "jobs.test.ts",
  "jobs/worker startWorker": "jobs.test.ts",
  "matrix/summary refreshSummaries": "matrix-summary.test.ts: by the worker",
};

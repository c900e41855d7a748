// A row that somebody holds keeps those waiting who want it, and nobody else.

import pg from "pg";
import { expect, test } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { db, pool } from "@/lib/db";
import { forGuests } from "@/lib/http/guest-failure";
import { listMeetings } from "@/lib/meetings/reads";
import { isUnavailable } from "@/lib/unavailable";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const answer = forGuests(answerInvitee);

async function holding(meetingId: string) {
  const client = new pg.Client({ connectionString: process.env.LOKMIN_OWNER_URL });
  await client.connect();
  await client.query("BEGIN");
  await client.query('SELECT 1 FROM "Meeting" WHERE id = $1 FOR UPDATE', [meetingId]);
  return {
    async letGo() {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

test("while twenty answers wait for a held meeting, pages are read; then all are written", async () => {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host });
  const tokens: string[] = [];
  for (let count = 0; count < 20; count += 1) tokens.push((await makeInvitation({ meetingId: meeting.id })).token);
  const row = await holding(meeting.id);
  let answered = 0;
  const sent = tokens.map(async (token) => {
    const request = { method: "POST", path: `/u/${token}`, headers: {}, address: "192.0.2.9", body: "choice=PRESENT" };
    const { status } = await answer(request);
    answered += 1;
    return status;
  });
  const page = { method: "GET", path: `/u/${tokens[0]}`, headers: {}, address: "192.0.2.9", body: "" };
  expect((await answer(page)).status).toBe(200);
  expect((await listMeetings(actor)).meetings).toHaveLength(1);
  expect(answered).toBe(0);
  await row.letGo();
  expect(await allEnded(sent)).toEqual(Array(20).fill(303));
  expect(await db.answer.count()).toBe(20);
});

test("who waits too long for a row is told so, by an error that is known as such", async () => {
  const meeting = await makeMeeting("SCHEDULED", { host: await makePuskesmas() });
  const row = await holding(meeting.id);
  const waiting = db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL lock_timeout = '50ms'`;
    await tx.meeting.update({ where: { id: meeting.id }, data: { place: "Lain" } });
  });
  const error: unknown = await waiting.catch((reason: unknown) => reason);
  expect(isUnavailable(error), String(error)).toBe(true);
  await row.letGo();
});

test("each session asks for its zone and its time-outs itself, whatever the database's default is", async () => {
  const { rows } = await pool.query(
    `SELECT name, setting, source FROM pg_settings
     WHERE name IN ('TimeZone', 'lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name COLLATE "C"`,
  );
  const asked = (name: string, setting: string) => ({ name, setting, source: "client" });
  expect(rows).toEqual([
    asked("TimeZone", "UTC"),
    asked("idle_in_transaction_session_timeout", "30000"),
    asked("lock_timeout", "4000"),
    asked("statement_timeout", "20000"),
  ]);
});

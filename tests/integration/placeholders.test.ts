// What was left as in a template is shown before the approval, and approved only when it is confirmed as meant.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { approveMeeting } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { listPlaceholders, placeholdersKey } from "@/lib/placeholders/reads";
import type { Meeting } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { listSentences } from "@/tests/factories/events";
import { makeEvidence } from "@/tests/factories/evidence";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeNote } from "@/tests/factories/notes";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

let kepala: Actor;
let meeting: Meeting;

beforeEach(async () => {
  const host = await makePuskesmas();
  kepala = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id });
  meeting = await makeMeeting("CLOSED", { host, title: "Lokmin XXX" });
  await makeEvidence(meeting);
});

const approve = (confirmed?: string) => approveMeeting(kepala, meeting.id, randomUUID(), confirmed);

test("minutes, rows and titles are listed with where they stand", async () => {
  const note = await makeNote({
    meetingId: meeting.id,
    section: "QUESTIONS",
    text: "Kapan?",
    asker: "[Nama Penanya]",
  });
  const item = await makeActionItem({ meetingId: meeting.id, number: 9, responsibleName: "…………" });
  expect(await listPlaceholders(kepala, meeting.id)).toEqual([
    { words: "XXX", place: "judul kegiatan", path: "/ubah" },
    { words: "[Nama Penanya]", place: "Notulen, Tanya jawab, penanya", path: `/notulen/${note.id}` },
    { words: "…………", place: "RTL 9, nama penanggung jawab", path: `/rtl/${item.id}` },
  ]);
  const stranger = await makeActor("PUSKESMAS_HEAD");
  expect(await listPlaceholders(stranger, meeting.id)).toEqual([]);
});

test("approval waits for the confirmation of this very list, and keeps what was confirmed", async () => {
  expect(await approve()).toMatchObject({ ok: false, field: "placeholders", reason: expect.stringContaining("XXX") });
  const seen = placeholdersKey(await listPlaceholders(kepala, meeting.id));
  await makeActionItem({ meetingId: meeting.id, activity: "Sweeping oleh (nama)" });
  expect(await approve(seen)).toMatchObject({ ok: false, field: "placeholders" });
  const both = placeholdersKey(await listPlaceholders(kepala, meeting.id));
  expect(await approve(both)).toMatchObject({ ok: true });
  const [given] = await listSentences({ action: "approval.given" });
  expect(given?.lines).toContainEqual(
    expect.stringMatching(/^dikonfirmasi apa adanya: judul kegiatan: XXX, .*\(nama\)/),
  );
});

test("without placeholders nothing is asked", async () => {
  await db.meeting.update({ where: { id: meeting.id }, data: { title: "Lokmin Triwulan II" } });
  expect(await approve()).toMatchObject({ ok: true });
});

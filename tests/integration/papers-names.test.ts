// Names that people have, letters with few addressees, words nobody filled in, and a Lokmin of several puskesmas.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { findPaperKind } from "@/lib/papers/kinds";
import { listMeetingPapers } from "@/lib/papers/meeting-papers";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { noteRow } from "../factories/notes";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { paperText, plainSettings } from "../factories/papers";
import { makeSeat } from "../factories/seats";
import { makeActor } from "../factories/users";

const names = [
  "Sulastri, S.Tr.Keb., SKM, MKM",
  "Nurdiansyah Ba'u",
  "<script>alert(1)</script>",
  `=${"Panjang ".repeat(8)}`.trim(),
];

async function textOf(actor: Actor, slug: string, id: string): Promise<string> {
  const kind = findPaperKind(slug);
  const opened = await kind?.open(actor, id, {});
  if (!kind || !opened) throw new Error(`No paper ${slug}`);
  return paperText(opened.compose(plainSettings(kind)));
}

async function invite(meeting: { id: string; hostId: string }, count: number) {
  for (let index = 0; index < count; index++) {
    const name = names[index % names.length] ?? "";
    const title = `Kepala Desa Nomor ${index + 1}`;
    const seat = await makeSeat({
      organisationId: meeting.hostId,
      title,
      institution: `Desa ${meeting.id.slice(0, 8)}`,
      holder: { name },
    });
    await makeInvitation({ meetingId: meeting.id, seat: { ...seat, holder: seat.holder } });
  }
}

test("five addressees are in the letter, more are in a list that keeps every name as it is", async () => {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host });
  await invite(meeting, 4);
  const few = await textOf(staff, "undangan", meeting.id);
  expect(few).toMatch(/1\. Yth\. Kepala Desa Nomor 1/);
  expect(few).toMatch(/4\. Yth\. Kepala Desa Nomor 4/);
  expect(few).not.toContain("daftar terlampir");
  const large = await makeMeeting("SCHEDULED", { host, secondReason: "Uji" });
  await invite(large, 45);
  const many = await textOf(staff, "undangan", large.id);
  expect(many).toContain("Lampiran: 1 (satu) berkas");
  expect(many).toContain("Yth. Bapak/Ibu\n(daftar terlampir)");
  expect(many).toMatch(/^45 \| Kepala Desa Nomor/m);
  for (const name of names) expect(many).toContain(`| ${name}`);
});

test("a placeholder that somebody left in the minutes keeps them in the office, and is named", async () => {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("CLOSED", { host, kind: "KALAKARYA", leader: "Kepala Puskesmas" });
  const facts = { meetingId: meeting.id, position: 1, revision: 1, author: "Notulis Uji", editor: "Notulis Uji" };
  await db.note.create({ data: noteRow({ ...facts, section: "PROBLEMS", text: "Camat diwakili [Nama Perwakilan]" }) });
  await db.attendance.create({
    data: {
      ...{
        id: randomUUID(),
        meetingId: meeting.id,
        status: "PRESENT",
        name: "Tamu",
        title: "Bidan",
        institution: "RS",
      },
      ...{ source: "OFFICER", confirmedAt: new Date() },
    },
  });
  const papers = await listMeetingPapers(staff, meeting);
  const lacking = papers.find(({ slug }) => slug === "notulen")?.missing ?? [];
  expect(lacking.join()).toContain("[Nama Perwakilan]");
});

test("the heads of all puskesmas that held a Lokmin together sign its berita acara", async () => {
  const { id: parentId } = await makeKabupaten();
  const host = await makePuskesmas({ parentId });
  const partner = await makePuskesmas({ parentId });
  const head = (organisationId: string, name: string) => makeActor("PUSKESMAS_HEAD", { organisationId, name });
  const reader = await head(host.id, "dr. Tuan Rumah");
  await head(partner.id, "drg. Mitra Bersama");
  const meeting = await makeMeeting("CLOSED", { host, organisers: [partner] });
  const text = await textOf(reader, "berita-acara", meeting.id);
  expect(text).toContain("dr. Tuan Rumah");
  expect(text).toContain("drg. Mitra Bersama");
});

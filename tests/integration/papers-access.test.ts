// Who reads which paper: every paper has its line, and a new one without a line fails.
import { expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { issuePaper } from "@/lib/papers/issue";
import { paperKinds } from "@/lib/papers/kinds";
import { sharingReads } from "@/lib/papers/parts/shared-reads";
import { preparePaper } from "@/lib/papers/prepare";
import { listSignedCopies } from "@/lib/signed-copies/reads";
import type { MeetingStatus, Role } from "@/prisma/generated/enums";
import { makeCertificate } from "@/tests/factories/certificates";
import { makeProgramme } from "@/tests/factories/programmes";
import { makeActionItem } from "../factories/action-items";
import { makeEscalation } from "../factories/escalations";
import { makeFeedback } from "../factories/feedback";
import { makeIndicator } from "../factories/indicators";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeProblem } from "../factories/problems";
import { makeActor } from "../factories/users";

// Long on a machine that does much else.
vi.setConfig({ testTimeout: 180_000 });

const places = ["own", "joint", "other", "kabupaten", "provinsi", "elsewhere"] as const;
type Place = (typeof places)[number];

/** In the order of the letters below. */
const everybody: [Role, Place][] = [
  ["PUSKESMAS_ADMIN", "own"],
  ["PUSKESMAS_HEAD", "own"],
  ["PUSKESMAS_STAFF", "own"],
  ["PUSKESMAS_READER", "own"],
  ["PUSKESMAS_ADMIN", "joint"],
  ["PUSKESMAS_READER", "joint"],
  ["PUSKESMAS_ADMIN", "other"],
  ["PUSKESMAS_STAFF", "other"],
  ["DINKES_ADMIN", "kabupaten"],
  ["DINKES_REVIEWER", "kabupaten"],
  ["DINKES_ADMIN", "provinsi"],
  ["DINKES_REVIEWER", "provinsi"],
  ["DINKES_ADMIN", "elsewhere"],
  ["DINKES_REVIEWER", "elsewhere"],
];

/** Of a joint Lokmin: its organisers and the Dinkes above them. A draft is its organisers' alone. */
const ofMeeting = { CLOSED: "++++ ++ -- ++ ++ --", DRAFT: "++++ ++ -- -- -- --" };

/** Figures and the year are the office's own and its Dinkes's. */
const ofOffice = { CLOSED: "++++ -- -- ++ ++ --", DRAFT: "++++ -- -- ++ ++ --" };
/** Of those who see the escalation: it was given to the Dinkes. */
const ofEscalation = { CLOSED: "++++ ++ -- ++ ++ --", DRAFT: "++++ ++ -- ++ ++ --" };

/** A programme of the Dinkes is read by it and the province above. */
const ofProgramme = { CLOSED: "---- -- -- ++ ++ --", DRAFT: "---- -- -- ++ ++ --" };

/** + reads it, - finds nothing. */
const table: Record<string, { CLOSED: string; DRAFT: string }> = {
  jadwal: ofOffice,
  // A province downloads no evidence, as papers in it name people and show signatures.
  "daftar-bukti": { CLOSED: "++++ -- -- ++ -- --", DRAFT: "++++ -- -- ++ -- --" },
  kak: ofMeeting,
  undangan: ofMeeting,
  "daftar-hadir": ofMeeting,
  "jadwal-sesi": ofMeeting,
  "daftar-hadir-sesi": ofMeeting,
  sertifikat: ofMeeting,
  "sertifikat-semua": ofMeeting,
  "evaluasi-penerapan": ofMeeting,
  notulen: ofMeeting,
  rtl: ofMeeting,
  "evaluasi-rtl": ofMeeting,
  "berita-acara": ofMeeting,
  "masalah-usg": ofMeeting,
  "usulan-musrenbang": ofMeeting,
  "surat-tugas": ofMeeting,
  "daftar-sppd": ofMeeting,
  pws: ofOffice,
  "pws-desa": ofOffice,
  foto: ofMeeting,
  laporan: ofMeeting,
  "pengantar-eskalasi": ofEscalation,
  "balasan-eskalasi": ofEscalation,
  eskalasi: ofEscalation,
  "laporan-program": ofProgramme,
  // Of a Lokmin there is none; of a visit programmes.test.ts tells.
  "laporan-kunjungan": { CLOSED: "---- -- -- -- -- --", DRAFT: "---- -- -- -- -- --" },
  "daftar-eskalasi": ofOffice,
  // Of the Dinkes, and with its number of the puskesmas it was written to.
  "umpan-balik": { CLOSED: "++++ -- -- ++ ++ --", DRAFT: "++++ -- -- ++ ++ --" },
};

async function world(status: MeetingStatus) {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const joint = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const meeting = await makeMeeting(status, { host: own, organisers: [joint] });
  await db.training.create({ data: { meetingId: meeting.id } });
  const item = await makeActionItem({ meetingId: meeting.id });
  const escalation = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  const problem = await makeProblem({ meetingId: meeting.id, puskesmasId: own.id });
  const indicator = await makeIndicator({ organisationId: own.id });
  const programme = await makeProgramme(kabupaten, [own]);
  const offices = { own, joint, other, kabupaten, provinsi, elsewhere };
  return {
    subjects: {
      meeting: meeting.id,
      escalation: escalation.id,
      feedback: (await makeFeedback({ dinkesId: kabupaten.id, puskesmasId: own.id })).id,
      problem: problem.id,
      indicator: `${own.id}:${indicator.id}`,
      year: `${own.id}:${meeting.year}`,
      programme: programme.id,
      certificate: (await makeCertificate({ meetingId: meeting.id, organisationId: own.id })).id,
    },
    at: (place: Place) => offices[place].id,
  };
}

test.each(["CLOSED", "DRAFT"] as const)("every paper of a meeting that is %s, by everybody", async (status) => {
  const { subjects, at } = await world(status);
  const found: Record<string, string> = {};
  for (const [role, place] of everybody) {
    const actor = await makeActor(role, { organisationId: at(place) });
    await sharingReads(async () => {
      for (const kind of paperKinds) {
        const letter = (await kind.open(actor, subjects[kind.subject], {})) ? "+" : "-";
        found[kind.slug] = `${found[kind.slug] ?? ""}${letter}`;
      }
    });
  }
  const wanted = Object.entries(table).map(([slug, lines]) => [slug, lines[status].replaceAll(" ", "")]);
  expect(found).toEqual(Object.fromEntries(wanted));
});

test("addresses that are no ids find no paper", async () => {
  const { at } = await world("CLOSED");
  const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: at("own") });
  for (const kind of paperKinds)
    for (const subject of ["", "1' OR true", `${at("own")}:x`, `x:2026`, "0".repeat(300), `${at("own")}:99999999999`])
      expect(await kind.open(actor, subject, {}), `${kind.slug} ${subject}`).toBeNull();
  expect(await db.meeting.count()).toBe(1);
});

test("a puskesmas that was only asked, and a Dinkes while it is a draft, read no paper of a meeting", async () => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const other = await makePuskesmas({ parentId: dinkes.id });
  const meeting = await makeMeeting("DRAFT", { host });
  await db.meetingOrganiser.create({
    data: { meetingId: meeting.id, puskesmasId: other.id, startsAt: meeting.startsAt, agreedAt: null },
  });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const strangers = [
    await makeActor("PUSKESMAS_ADMIN", { organisationId: other.id }),
    await makeActor("DINKES_ADMIN", { organisationId: dinkes.id }),
  ];
  const issued = await issuePaper(staff, "daftar-hadir", meeting.id, { kosong: "1" });
  if (!issued.ok) throw new Error(issued.reason);
  for (const stranger of strangers) {
    for (const { slug } of paperKinds.filter(({ subject }) => subject === "meeting"))
      expect([slug, await preparePaper(stranger, slug, meeting.id, {})]).toEqual([slug, null]);
    expect(await findDocument(stranger, issued.file.id)).toBeNull();
    expect(await listSignedCopies(stranger, { slug: "daftar-hadir", subjectId: meeting.id })).toBeNull();
  }
});

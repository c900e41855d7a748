// What an office chose for its papers: size, letterhead, words; and who may read it.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { settingsFor } from "@/lib/papers/settings";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const paper = {
  kind: "invitation-letter",
  wording: {
    opening: { label: "Alinea pembuka", text: "Kami mengharap kehadiran {sapaan}.", placeholders: ["sapaan"] },
    closing: { label: "Penutup", text: "Terima kasih.", placeholders: [] },
  },
};

async function world() {
  const dinkes = await makeKabupaten({ name: "Dinas Kesehatan Kabupaten Lampung Selatan" });
  const host = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Sragi", address: "Jalan Raya Sragi 1" });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  return { dinkes, host, actor };
}

test("an office that chose nothing has A4, what is known of it as letterhead, and the default words", async () => {
  const { host, actor } = await world();
  expect(await settingsFor(actor, host.id, paper)).toEqual({
    size: "A4",
    letterhead: {
      lines: ["PEMERINTAH KABUPATEN LAMPUNG SELATAN", "DINAS KESEHATAN", "UPTD PUSKESMAS SRAGI"],
      contact: ["Jalan Raya Sragi 1"],
      left: null,
      right: null,
    },
    wording: { opening: "Kami mengharap kehadiran {sapaan}.", closing: "Terima kasih." },
  });
});

describe("an office that chose", () => {
  test("has its size, its proposed letterhead and its own words of one part", async () => {
    const { host, actor } = await world();
    const organisationId = host.id;
    await db.paperOffice.create({ data: { organisationId, size: "F4" } });
    await db.letterhead.createMany({
      data: [
        { id: randomUUID(), organisationId, name: "A lain", lines: ["LAIN"] },
        { id: randomUUID(), organisationId, name: "Puskesmas", lines: ["SENDIRI"], isDefault: true },
      ],
    });
    await db.paperWording.create({
      data: { organisationId, paperKind: paper.kind, part: "closing", text: "Atas perhatiannya, terima kasih." },
    });
    const settings = await settingsFor(actor, organisationId, paper);
    expect(settings.size).toBe("F4");
    expect(settings.letterhead?.lines).toEqual(["SENDIRI"]);
    expect(settings.wording).toEqual({
      opening: paper.wording.opening.text,
      closing: "Atas perhatiannya, terima kasih.",
    });
    const other = await settingsFor(actor, organisationId, { kind: "minutes", wording: paper.wording });
    expect(other.wording.closing).toBe("Terima kasih.");
  });

  test("may take another letterhead and size for one paper, and a letter keeps its own", async () => {
    const { host, actor } = await world();
    const organisationId = host.id;
    const [own, camat] = [randomUUID(), randomUUID()];
    await db.letterhead.createMany({
      data: [
        { id: own, organisationId, name: "Puskesmas", lines: ["PUSKESMAS"], isDefault: true },
        { id: camat, organisationId, name: "Kecamatan", lines: ["KECAMATAN"], areaCode: "18.01.15" },
      ],
    });
    const chosen = await settingsFor(actor, organisationId, paper, { letterheadId: camat, size: "F4" });
    expect(chosen).toMatchObject({ size: "F4", letterhead: { lines: ["KECAMATAN"] } });
    const meeting = await makeMeeting("SCHEDULED", { host });
    await db.letter.create({
      data: {
        id: randomUUID(),
        organisationId,
        paperKind: paper.kind,
        meetingId: meeting.id,
        letterheadId: camat,
        issuer: "18.01.15",
        subject: "Undangan",
        addressees: "Para undangan",
        creator: "Petugas",
      },
    });
    const ofLetter = await settingsFor(actor, organisationId, paper, { subjectId: meeting.id, letterheadId: own });
    expect(ofLetter.letterhead?.lines).toEqual(["KECAMATAN"]);
    const foreign = await settingsFor(actor, organisationId, paper, { letterheadId: randomUUID(), size: "A3" });
    expect(foreign).toMatchObject({ size: "A4", letterhead: { lines: ["PUSKESMAS"] } });
  });
});

test("its settings are read by those who read its papers, and by no stranger", async () => {
  const { dinkes, host } = await world();
  const partner = await makePuskesmas({ parentId: dinkes.id });
  const stranger = await makePuskesmas({ parentId: dinkes.id });
  await makeMeeting("SCHEDULED", { host, organisers: [partner] });
  const of = (organisationId: string, role: "PUSKESMAS_READER" | "DINKES_REVIEWER") =>
    makeActor(role, { organisationId });
  for (const actor of [await of(partner.id, "PUSKESMAS_READER"), await of(dinkes.id, "DINKES_REVIEWER")])
    expect((await settingsFor(actor, host.id, paper)).size).toBe("A4");
  const reply = await settingsFor(await of(host.id, "PUSKESMAS_READER"), dinkes.id, paper);
  expect(reply.letterhead?.lines).toEqual(["PEMERINTAH KABUPATEN LAMPUNG SELATAN", "DINAS KESEHATAN"]);
  await expect(settingsFor(await of(stranger.id, "PUSKESMAS_READER"), host.id, paper)).rejects.toThrow(NotAllowed);
});

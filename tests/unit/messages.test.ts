import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownState, noticeSequence } from "@/lib/meetings/changes";
import { composeMessage, type MessageFacts } from "@/lib/messages/compose";
import { defaultTexts } from "@/lib/messages/defaults";
import { encodedLength, messageKinds, templateFault, withLinkLast } from "@/lib/messages/rules";
import { templateSchema } from "@/lib/messages/schema";
import { whatsappLink } from "@/lib/messages/whatsapp";

const link = "http://lokmin.test/u/0123456789abcdefghijkL";
const facts: MessageFacts = {
  meeting: {
    title: "Lokakarya Mini Lintas Sektor Triwulan II 2026",
    status: "SCHEDULED",
    statusReason: null,
    startsAt: new Date("2026-06-25T02:00:00Z"),
    endsAt: new Date("2026-06-25T05:00:00Z"),
    timeZone: "Asia/Makassar",
    place: "Balai desa",
  },
  inviting: "Puskesmas A dan Puskesmas B",
  invitation: { title: "Camat", institution: "Kecamatan Malangke", holderPrefix: "PLT", holderName: "Sulastri, SKM" },
  link,
  before: { startsAt: new Date("2026-06-24T01:00:00Z"), endsAt: null, place: "Aula camat" },
  answer: null,
};
const vacant: MessageFacts = { ...facts, invitation: { ...facts.invitation, holderPrefix: null, holderName: null } };

function compose(template: string, with_: Partial<MessageFacts> = {}): string {
  const outcome = composeMessage(template, { ...facts, ...with_ });
  return outcome.ok ? outcome.text : `DITOLAK ${outcome.reason}`;
}

describe("filling", () => {
  test.each(messageKinds)("the default %s can be saved as it is and fits a chat", (kind) => {
    expect(templateFault(kind, defaultTexts[kind])).toBeNull();
    expect(withLinkLast(defaultTexts[kind])).toBe(defaultTexts[kind]);
    const text = compose(defaultTexts[kind]);
    expect(text.endsWith(`:\n${link}`)).toBe(true);
    expect(text).toContain("Yth. Sulastri, SKM, Plt. Camat");
    expect(text).toContain("Puskesmas A dan Puskesmas B");
    expect(text).not.toMatch(/[{}]/);
    expect(encodedLength(text)).toBeLessThan(2000);
  });

  test("an invitation says when with its zone, and where", () => {
    expect(compose(defaultTexts.INVITATION)).toContain(
      "Kamis, 25 Juni 2026, pukul 10.00–13.00 WITA\nTempat: Balai desa",
    );
  });

  test("a seat without a holder is greeted by its post", () => {
    expect(composeMessage(defaultTexts.INVITATION, vacant)).toMatchObject({
      ok: true,
      text: expect.stringContaining("Yth. Camat, Kecamatan Malangke"),
    });
  });

  test("a name that is not known blocks the row and says what to do", () => {
    const outcome = composeMessage("Kepada {nama}\n{tautan}", vacant);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining("Nama pejabat belum tercatat") });
  });

  test("a gap in brackets never leaves, wherever it came from", () => {
    expect(compose("Yth. [Nama Perwakilan]\n{tautan}")).toContain("DITOLAK Pesan masih memuat [Nama Perwakilan]");
    const meeting = { ...facts.meeting, place: "Aula [isi tempat]" };
    expect(compose(defaultTexts.INVITATION, { meeting })).toContain("DITOLAK");
  });

  test("a value in braces is not filled a second time", () => {
    const meeting = { ...facts.meeting, title: "Uji {nama} $& $1" };
    expect(compose("{kegiatan}\n{tautan}", { meeting })).toBe(`Uji {nama} $& $1\n${link}`);
  });

  test("what is too long for a chat is refused with its length", () => {
    const meeting = { ...facts.meeting, title: "é".repeat(400) };
    expect(compose(defaultTexts.INVITATION, { meeting })).toMatch(/DITOLAK Pesan terlalu panjang.*dari 2\.000/);
  });

  test("the link always stands last and alone, wherever it was written", () => {
    const word = fc.constantFrom("{tautan}", "{kegiatan}", "kata", "\n", ".", " ");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = compose(words.join(""));
        expect(text.split("\n").at(-1)).toBe(link);
        expect(text.split(link)).toHaveLength(2);
      }),
    );
  });

  test("a WhatsApp address carries every letter", () => {
    const text = "Baris 1\n*Tebal* & 100 % + #tag 👩‍⚕️ é";
    const address = new URL(whatsappLink("6284000000001", text));
    expect(address.origin + address.pathname).toBe("https://wa.me/6284000000001");
    expect(address.searchParams.get("text")).toBe(text);
    expect(address.href).toContain("%0A");
  });
});

describe("a change", () => {
  test("says both, from and to", () => {
    const text = compose(defaultTexts.CHANGE);
    expect(text).toContain(
      "Waktu semula Rabu, 24 Juni 2026, pukul 09.00 WITA s.d. selesai\nmenjadi *Kamis, 25 Juni 2026, pukul 10.00–13.00 WITA*",
    );
    expect(text).toContain("Tempat semula Aula camat\nmenjadi *Balai desa*");
    expect(text).toContain("Mohon jawab hadir");
  });

  test("says what stays", () => {
    expect(compose(defaultTexts.CHANGE, { before: { ...facts.meeting, place: "Aula" } })).toContain(
      "Waktu tetap: Kamis",
    );
    const before = { ...facts.meeting, startsAt: new Date("2026-06-24T01:00:00Z") };
    expect(compose(defaultTexts.CHANGE, { before })).toContain("Tempat tetap: Balai desa");
  });

  test("says whether the answer stands, without a delegate's name or a reason", () => {
    const stands = { choice: "REPRESENTED", isCurrent: true } as const;
    expect(compose(defaultTexts.CHANGE, { answer: stands })).toContain("Jawaban Anda (diwakili) masih berlaku");
    const old = { choice: "ABSENT", isCurrent: false } as const;
    expect(compose(defaultTexts.CHANGE, { answer: old })).toContain("diberikan sebelum perubahan ini");
  });

  test("a cancelled and a postponed meeting say so with the reason", () => {
    const of = (status: "CANCELLED" | "POSTPONED") =>
      compose(defaultTexts.CHANGE, { meeting: { ...facts.meeting, status, statusReason: "banjir" } });
    expect(of("CANCELLED")).toContain("*dibatalkan*. Alasan: banjir");
    expect(of("POSTPONED")).toContain("*ditunda*. Alasan: banjir");
  });

  test("without one there is nothing to send", () => {
    expect(compose(defaultTexts.CHANGE, { before: null })).toContain("DITOLAK Belum ada isi untuk {perubahan}");
  });

  test("what somebody knew is what the first change since replaced", () => {
    const state = (sequence: number) => ({
      sequence,
      startsAt: new Date(sequence),
      endsAt: null,
      place: `${sequence}`,
    });
    const changes = [state(5), state(2), state(3)];
    expect(knownState(changes, 0)?.sequence).toBe(2);
    expect(knownState(changes, 2)?.sequence).toBe(3);
    expect(knownState(changes, null)?.sequence).toBe(2);
    expect(knownState(changes, 5)).toBeNull();
    expect(noticeSequence({ status: "SCHEDULED", sequence: 9 }, changes)).toBe(5);
    expect(noticeSequence({ status: "CANCELLED", sequence: 9 }, changes)).toBe(9);
    expect(noticeSequence({ status: "SCHEDULED", sequence: 9 }, [])).toBeNull();
  });
});

describe("saving", () => {
  const fault = (text: string, kind: "INVITATION" | "CHANGE" = "INVITATION") => {
    const parsed = templateSchema(kind).safeParse({ text });
    return parsed.success ? parsed.data.text : `DITOLAK ${parsed.error.issues[0]?.message}`;
  };

  test("unknown placeholders are named, and the known ones listed", () => {
    const sentence = fault("Halo {nma} dan {hari}\n{tautan}");
    expect(sentence).toContain("{nma} tidak dikenal");
    expect(sentence).not.toContain("{hari} tidak");
    expect(sentence).toContain("{sapaan}, {nama}, {jabatan}");
  });

  test("what changed is known in a message about a change only", () => {
    expect(fault("{perubahan}\n{tautan}")).toContain("{perubahan} tidak dikenal dalam pesan undangan");
    expect(fault("{perubahan}\n{tautan}", "CHANGE")).toBe("{perubahan}\n{tautan}");
  });

  test.each(["Halo {nama\n{tautan}", "Halo nama}\n{tautan}", "Halo {{nama}}\n{tautan}"])("%j is refused", (text) => {
    expect(fault(text)).toContain("tidak berpasangan");
  });

  test("gaps in brackets, a missing link and nothing at all are refused", () => {
    expect(fault("Yth. [Nama Perwakilan]\n{tautan}")).toContain("Ganti [Nama Perwakilan]");
    expect(fault("Halo {nama}")).toContain("Tulis {tautan}");
    expect(fault("  ")).toContain("Isi pesan");
    expect(fault(`${"é".repeat(300)}{tautan}`)).toContain("terlalu panjang");
  });

  test("the link moves to the end", () => {
    expect(fault("Jawab di {tautan}\n\n\n\nTerima kasih")).toBe("Jawab di\n\nTerima kasih\n{tautan}");
  });
});

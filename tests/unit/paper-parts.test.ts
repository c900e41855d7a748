import { expect, test } from "vitest";
import { hoursWords } from "@/lib/papers/parts/meeting";
import { dayInWords, numberWords } from "@/lib/papers/parts/number-words";
import { nameAndPost, postWords, seatWords } from "@/lib/papers/parts/people";
import { sessionsOf } from "@/lib/papers/parts/sessions";
import { nipWords, signatory } from "@/lib/papers/parts/signatories";
import { paragraphsOf, worded } from "@/lib/papers/parts/wording";
import { plainSettings } from "@/tests/factories/papers";

test.each([
  [0, "nol"],
  [1, "satu"],
  [10, "sepuluh"],
  [11, "sebelas"],
  [12, "dua belas"],
  [19, "sembilan belas"],
  [20, "dua puluh"],
  [24, "dua puluh empat"],
  [31, "tiga puluh satu"],
  [100, "seratus"],
  [101, "seratus satu"],
  [111, "seratus sebelas"],
  [999, "sembilan ratus sembilan puluh sembilan"],
  [1000, "seribu"],
  [1999, "seribu sembilan ratus sembilan puluh sembilan"],
  [2000, "dua ribu"],
  [2026, "dua ribu dua puluh enam"],
  [11_000, "sebelas ribu"],
  [1_000_000, "satu juta"],
])("%i is said %s", (number, words) => {
  expect(numberWords(number)).toBe(words);
});

test("a day as a berita acara says it, its weekday from the calendar", () => {
  expect(dayInWords("2026-06-24")).toBe("Rabu tanggal dua puluh empat bulan Juni tahun dua ribu dua puluh enam");
  expect(dayInWords("2025-11-28")).toMatch(/^Jumat tanggal dua puluh delapan bulan November/);
});

test("hours without an end run until it is over, in the zone of the puskesmas", () => {
  const start = new Date("2026-06-24T01:00:00Z");
  expect(hoursWords(start, null, "Asia/Makassar")).toBe("09.00 WITA s.d. selesai");
  expect(hoursWords(start, new Date("2026-06-24T04:30:00Z"), "Asia/Jayapura")).toBe("10.00 s.d. 13.30 WIT");
});

test.each([
  ["Kepala Dinas Kesehatan", "Dinas Kesehatan Kabupaten Luwu Utara", "Kepala Dinas Kesehatan Kabupaten Luwu Utara"],
  ["Plt. Camat Malangke", "Kecamatan Malangke", "Plt. Camat Malangke"],
  ["Camat", "Kecamatan Malangke", "Camat Malangke"],
  ["Sekretaris Desa", "Pemerintah Desa Tolada", "Sekretaris Desa Tolada"],
  ["Kepala Desa Kuala Sekampung", "Pemerintah Desa Kuala Sekampung", "Kepala Desa Kuala Sekampung"],
  ["KTU", "RSUD Andi Djemma", "KTU RSUD Andi Djemma"],
  ["Plt. Kepala Puskesmas", "UPT Puskesmas Malangke", "Plt. Kepala UPT Puskesmas Malangke"],
  ["KUPT Pendidikan Sragi", "UPT Pendidikan Kecamatan Sragi", "KUPT Pendidikan Sragi"],
])("%s of %s is %s", (title, institution, words) => {
  expect(postWords(title, institution)).toBe(words);
});

test("the delegate is named beside the principal; of the same office without its name again", () => {
  const principal = { name: "Daeng", title: "Kepala Desa Kuala Sekampung", institution: "Desa Kuala Sekampung" };
  const delegate = {
    name: "Sulastri, S.Tr.Keb., SKM, MKM",
    title: "Sekretaris Desa",
    institution: principal.institution,
  };
  expect(seatWords({ principal, delegate })).toBe(
    "Kepala Desa Kuala Sekampung (diwakili Sulastri, S.Tr.Keb., SKM, MKM, Sekretaris Desa)",
  );
  expect(seatWords({ principal, delegate: null })).toBe("Kepala Desa Kuala Sekampung");
  expect(nameAndPost({ ...principal, name: null })).toBe("Kepala Desa Kuala Sekampung");
});

test("sessions follow from their lengths, as far as somebody gave them", () => {
  const session = (topic: string, minutes: number | null) => ({ topic, minutes, presenter: null, position: 1 });
  const agenda = [session("Teori", 45), session("Simulasi", 90), session("Evaluasi", null), session("Penutup", 10)];
  const told = sessionsOf({ agenda, startsAt: new Date("2026-06-24T01:00:00Z"), timeZone: "Asia/Makassar" });
  expect(told.map(({ hours }) => hours)).toEqual(["09.00–09.45 WITA", "09.45–11.15 WITA", null, null]);
});

test("sessions of a training come before the agenda, with their day where there are several", () => {
  const startsAt = new Date("2025-11-20T01:00:00Z");
  const speakers = [
    { name: "dr. Ani", title: "Instruktur", institution: "RSUD" },
    { name: "dr. Budi", title: "", institution: "" },
  ];
  const session = {
    ...{ id: "1", meetingId: "2", position: 1, form: "SIMULATION" as const, topic: "Simulasi", room: "UGD" },
    ...{ startsAt, endsAt: new Date("2025-11-20T02:30:00Z"), lessons: 2, version: 0, speakers },
  };
  const agenda = [{ topic: "Pembukaan", minutes: 5, presenter: null, position: 1 }];
  const meeting = { agenda, startsAt, timeZone: "Asia/Jakarta", sessions: [session] };
  const told = { topic: "Simulasi", room: "UGD", lessons: 2, form: "Simulasi", minutes: 90 };
  const presenter = "dr. Ani, Instruktur, RSUD\ndr. Budi";
  expect(sessionsOf(meeting)).toEqual([{ ...told, presenter, hours: "08.00–09.30 WIB" }]);
  expect(sessionsOf({ ...meeting, lastDay: "2025-11-21" })[0]?.hours).toBe("20 Nov 2025, 08.00–09.30 WIB");
});

test("an NIP is printed in its groups, one that was mistyped as it is", () => {
  expect(nipWords("198308262009041002")).toBe("NIP 19830826 200904 1 002");
  expect(nipWords("19691215198912100 1")).toBe("NIP 19691215 198912 1 001");
  expect(nipWords("12345")).toBe("NIP 12345");
});

test("who signs for another one says for whom", () => {
  const signer = {
    name: "Laksmi",
    title: "Sekretaris Kecamatan",
    institution: "Kecamatan Sragi",
    rank: null,
    nip: null,
  };
  expect(signatory("Mengetahui", { ...signer, onBehalfOf: "Camat Sragi" })).toEqual({
    above: ["Mengetahui", "a.n. Camat Sragi", "Sekretaris Kecamatan Sragi,"],
    name: "Laksmi",
    below: [],
  });
  expect(
    signatory(null, { ...signer, rank: "Pembina, IV/a", nip: "198308262009041002", onBehalfOf: null }).below,
  ).toEqual(["Pembina, IV/a", "NIP 19830826 200904 1 002"]);
  expect(signatory("Notulis", null)).toEqual({ above: ["Notulis"], name: "", below: [] });
});

test("an office's own words come before the default ones; what is unknown stays to be found", () => {
  const parts = { opening: { label: "Pembuka", text: "Di {tempat}, {acara}.\n\nSalam.", placeholders: ["tempat"] } };
  const settings = plainSettings({ wording: parts });
  expect(paragraphsOf(worded(settings, parts, "opening", { tempat: "Aula" }))).toEqual(["Di Aula, {acara}.", "Salam."]);
  const own = { ...settings, wording: { opening: "Kami di {tempat} <b>" } };
  expect(worded(own, parts, "opening", { tempat: "$& {tempat}" })).toBe("Kami di $& {tempat} <b>");
});

import { describe, expect, test } from "vitest";
import { missingSeats, type SeatPlaces } from "@/lib/directory/standard-seats";

const sragi: SeatPlaces = {
  office: "Puskesmas Sragi",
  districts: [{ code: "18.01.15", name: "Sragi" }],
  villages: [
    { code: "18.01.15.2001", name: "Kuala Sekampung" },
    { code: "18.01.15.2002", name: "Bandar Agung" },
  ],
};

const linesOf = (places: SeatPlaces, standing: Parameters<typeof missingSeats>[1] = []) =>
  missingSeats(places, standing).map(({ title, institution, villageCode }) =>
    [title, institution, villageCode?.slice(-4)].filter(Boolean).join(" | "),
  );

describe("the usual seats of a working area", () => {
  test("are those of the kecamatan, one Kepala Desa and one Bidan Desa per desa, and the puskesmas's own", () => {
    const lines = linesOf(sragi);
    expect(lines).toHaveLength(9 + 2 + 2 + 7);
    expect(lines.slice(0, 2)).toEqual(["Camat | Kecamatan Sragi", "Sekretaris Kecamatan | Kecamatan Sragi"]);
    expect(lines).toContain("Kepala Desa | Pemerintah Desa Bandar Agung | 2002");
    expect(lines).toContain("Bidan Desa | Puskesmas Sragi | 2001");
    expect(missingSeats(sragi, []).filter(({ isOfficeHead }) => isOfficeHead)).toMatchObject([
      { title: "Kepala Puskesmas" },
    ]);
    expect(new Set(missingSeats(sragi, []).map(({ key }) => key)).size).toBe(lines.length);
  });

  test.each([
    ["94.01.01", "94.01.01.2001", "Kepala Distrik | Distrik Nabire", "Kepala Kampung | Pemerintah Kampung Satu | 2001"],
    ["13.06.01", "13.06.01.2001", "Camat | Kecamatan Nabire", "Wali Nagari | Pemerintah Nagari Satu | 2001"],
    ["18.71.01", "18.71.01.1001", "Camat | Kecamatan Nabire", "Lurah | Kelurahan Satu | 1001"],
  ])("of %s are called as they are there", (code, village, district, head) => {
    const lines = linesOf({
      office: "Puskesmas Satu",
      districts: [{ code, name: "Nabire" }],
      villages: [{ code: village, name: "Satu" }],
    });
    expect(lines).toContain(district);
    expect(lines).toContain(head);
  });

  test.each([
    ["Camat Sragi", "Kecamatan Sragi", null, "Camat | Kecamatan Sragi"],
    ["CAMAT", "Kantor Camat", null, "Camat | Kecamatan Sragi"],
    ["Sekcam", "Kecamatan Sragi", null, "Sekretaris Kecamatan | Kecamatan Sragi"],
    ["Kepala Desa Bandar Agung", "Pemerintah Desa", null, "Kepala Desa | Pemerintah Desa Bandar Agung | 2002"],
    ["Pj. Kepala Desa", "Desa", "18.01.15.2002", "Kepala Desa | Pemerintah Desa Bandar Agung | 2002"],
    ["Bidan Desa", "Poskesdes", "18.01.15.2001", "Bidan Desa | Puskesmas Sragi | 2001"],
    ["Kepala UPTD Puskesmas Sragi", "UPTD", null, "Kepala Puskesmas | Puskesmas Sragi"],
    ["Kepala Subbagian Tata Usaha", "Puskesmas Sragi", null, "Kepala Tata Usaha | Puskesmas Sragi"],
    ["Komandan", "Koramil 421-03", null, "Danramil | Koramil Sragi"],
  ])("%s of %s is known to be one of them", (title, institution, villageCode, missing) => {
    const standing = [{ title, institution, villageCode }];
    expect(linesOf(sragi)).toContain(missing);
    expect(linesOf(sragi, standing)).toEqual(linesOf(sragi).filter((line) => line !== missing));
  });

  test("the Camat of one kecamatan is not that of another", () => {
    const two = { ...sragi, districts: [...sragi.districts, { code: "18.01.16", name: "Ketapang" }] };
    const lines = linesOf(two, [{ title: "Camat", institution: "Kecamatan Ketapang", villageCode: null }]);
    expect(lines).toContain("Camat | Kecamatan Sragi");
    expect(lines).not.toContain("Camat | Kecamatan Ketapang");
  });

  test("a Sekretaris Desa or Ketua TP PKK Desa is none of them", () => {
    const standing = [
      { title: "Sekretaris Desa", institution: "Pemerintah Desa Bandar Agung", villageCode: "18.01.15.2002" },
      { title: "Ketua TP PKK Desa", institution: "TP PKK Desa Bandar Agung", villageCode: null },
    ];
    expect(linesOf(sragi, standing)).toEqual(linesOf(sragi));
  });
});

import { getVillages } from "idn-area-data";
import { describe, expect, it } from "vitest";
import { inGeneralWords, inLocalWords } from "@/lib/area-words/local";
import { citiesWithVillages, districtWords, villageWords } from "@/lib/area-words/official";
import { areaWordsOf, villageKindsOf, wordFor } from "@/lib/area-words/words";
import { isHeldByOne, proposeOrder, proposeSector } from "@/lib/directory/proposals";
import { placedTitle } from "@/lib/directory/rules";

describe("the words of an area", () => {
  it.each([
    ["18.01.15.2001", "desa", "Kepala Desa"],
    ["18.01.15.1001", "kelurahan", "Lurah"],
    ["18.04.01.2001", "pekon", "Peratin"],
    ["18.06", "pekon", "Kepala Pekon"],
    ["11.06.01.2001", "gampong", "Keuchik"],
    ["11.04", "kampung", "Reje"],
    ["11.09", "desa", "Kepala Desa"],
    ["13.06.01.2001", "nagari", "Wali Nagari"],
    ["13.09", "desa", "Kepala Desa"],
    ["13.77", "desa", "Kepala Desa"],
    ["95", "kampung", "Kepala Kampung"],
    ["91.03.01.3007", "kampung", "Kepala Kampung"],
    ["91.03.01.1001", "kelurahan", "Lurah"],
    ["51.03", "desa", "Perbekel"],
  ])("of the fourth level: %s is a %s under a %s", (code, word, head) => {
    expect(wordFor(code, "village")).toEqual({ word, head });
  });

  it.each([
    ["18.01.15", "kecamatan", "Camat"],
    ["11.06", "kecamatan", "Camat"],
    ["96.01.02", "distrik", "Kepala Distrik"],
    ["34.02", "kapanewon", "Panewu"],
    ["34.71", "kemantren", "Mantri Pamong Praja"],
  ])("of the third level: %s is a %s under a %s", (code, word, head) => {
    expect(wordFor(code, "district")).toEqual({ word, head });
  });

  it("follow what a working area holds", () => {
    expect(villageKindsOf(["91.03.01.2001", "91.03.01.1002"])).toBe("BOTH");
    expect(areaWordsOf("91.03.01", "BOTH")).toMatchObject({
      village: "kampung/kelurahan",
      villageHead: "Kepala Kampung/Lurah",
    });
    expect(areaWordsOf("18.01.15", "BOTH")).toMatchObject({ village: "desa/kelurahan" });
    expect(areaWordsOf("18.01.15", "WARDS")).toMatchObject({ village: "kelurahan", villageHead: "Lurah" });
    expect(areaWordsOf("18.71.01", null)).toMatchObject({ village: "kelurahan" });
    expect(areaWordsOf("11.71.01", null)).toMatchObject({ village: "gampong" });
    expect(areaWordsOf("13.77", null)).toMatchObject({ village: "desa/kelurahan" });
  });

  it("know the kota with desa that the official list has", async () => {
    const cities = (await getVillages())
      .map(({ code }) => code)
      .filter((code) => /^\d{2}\.7\d/.test(code) && code.charAt(9) !== "1")
      .map((code) => code.slice(0, 5));
    expect([...new Set(cities)].sort()).toEqual([...citiesWithVillages].sort());
    expect(cities.filter((code) => code.startsWith("11")).length).toBeGreaterThan(0);
  });

  it("are only given for areas that the official list has", async () => {
    const codes = (await getVillages()).map(({ code }) => code);
    const known = new Set(codes.flatMap((code) => [code.slice(0, 2), code.slice(0, 5)]));
    expect([...districtWords.keys(), ...villageWords.keys()].filter((code) => !known.has(code))).toEqual([]);
  });
});

describe("a fixed sentence in local words", () => {
  const papua = areaWordsOf("91.03.01", "VILLAGES");
  const aceh = areaWordsOf("11.06.01", "VILLAGES");

  it.each([
    ["Pilih desa dari wilayah kerja penyelenggara", "Pilih kampung dari wilayah kerja penyelenggara"],
    ["CAPAIAN INDIKATOR PER DESA", "CAPAIAN INDIKATOR PER KAMPUNG"],
    ["Desa dan kelurahan", "Kampung"],
    ["Mulai dari Camat dan setiap Kepala Desa", "Mulai dari Kepala Distrik dan setiap Kepala Kampung"],
    ["desa-desanya di kecamatan lain", "kampung-kampungnya di distrik lain"],
    ["Sekretaris Kecamatan", "Sekretaris Distrik"],
    ["Dana Desa/ADD, Bidan Desa, Desa Adat", "Dana Desa/ADD, Bidan Desa, Desa Adat"],
    ["kepala desa berganti", "kepala kampung berganti"],
  ])("in Papua: %s", (general, local) => {
    expect(inLocalWords(papua, general)).toBe(local);
  });

  it("in Aceh keeps the kecamatan", () => {
    expect(inLocalWords(aceh, "Kepala Desa dan Camat, kode desa, Kecamatan")).toBe(
      "Keuchik dan Camat, kode gampong, Kecamatan",
    );
  });

  it("is as it was where the general words are the area's own", () => {
    const text = "Desa dan kelurahan, Kepala Desa, desa";
    expect(inLocalWords(areaWordsOf("18.01.15", "VILLAGES"), text)).toBe(text);
  });

  it("is found again by its general heading", () => {
    expect(["Kode kampung", "Gampong", "Distrik", "Kode desa"].map(inGeneralWords)).toEqual([
      "Kode desa",
      "desa",
      "kecamatan",
      "Kode desa",
    ]);
  });
});

describe("seats of an area with other words", () => {
  it.each([
    ["Keuchik", "DESA", 50],
    ["Wali Nagari", "DESA", 50],
    ["Kepala Kampung", "DESA", 50],
    ["Peratin", "DESA", 50],
    ["Kepala Distrik", "KECAMATAN", 10],
    ["Sekretaris Distrik", "KECAMATAN", 11],
    ["Sekretaris Gampong", "DESA", 51],
    ["Kepala Dinas Kesehatan", "DINKES", 20],
  ])("%s belongs to %s, in its place", (title, sector, order) => {
    const proposed = proposeSector(title, "", false);
    expect([proposed, proposeOrder(title, proposed)]).toEqual([sector, order]);
  });

  it("are held by one, and named after their place", () => {
    expect(["Keuchik", "Kepala Distrik", "Kader"].map(isHeldByOne)).toEqual([true, true, false]);
    const village = { code: "91.03.01.2001", name: "Sereh" };
    expect(placedTitle({ title: "Bidan Desa", institution: "Puskesmas", village })).toBe("Bidan Desa Sereh");
    expect(placedTitle({ title: "Kepala Kampung", institution: "", village })).toBe("Kepala Kampung Sereh");
    expect(placedTitle({ title: "Bidan", institution: "", village })).toBe("Bidan Kampung Sereh");
  });
});

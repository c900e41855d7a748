import { describe, expect, test } from "vitest";
import { defaultTypes } from "@/lib/meeting-types/defaults";
import { keyOfName, mergeTypes, offeredTypes, proposedType } from "@/lib/meeting-types/rules";
import { isTypeKey, meetingTypeSchema } from "@/lib/meeting-types/schema";
import { defaultTitle, periodKey } from "@/lib/meetings/rules";
import { meetingSchema } from "@/lib/meetings/schema";

const own = {
  key: "bulanan-rutin",
  kind: "MONTHLY_LOKMIN",
  name: "Lokbul",
  isFirst: false,
  inputs: ["Satu"],
  outputs: [],
  position: 1,
  isHidden: false,
} as const;

describe("types of meetings", () => {
  test("the defaults are complete: every kind, keys that fit an address, both lists", () => {
    expect(new Set(defaultTypes.map((type) => type.kind)).size).toBe(5);
    for (const type of defaultTypes) {
      expect(isTypeKey(type.key), type.key).toBe(true);
      expect(type.inputs.length * type.outputs.length, type.key).toBeGreaterThan(0);
    }
  });

  test("a puskesmas's own row goes before the default; one it added stands behind its kind", () => {
    const added = { ...own, key: "lokbul-luar-gedung", name: "Lokbul luar gedung", position: 30 };
    const types = mergeTypes([own, added]);
    expect(types.find((type) => type.key === "bulanan-rutin")).toMatchObject({ name: "Lokbul", isOwn: true });
    expect(offeredTypes(types, "MONTHLY_LOKMIN").map((type) => type.key)).toEqual([
      "bulanan-pertama",
      "bulanan-rutin",
      "lokbul-luar-gedung",
    ]);
    const hidden = mergeTypes([{ ...own, isHidden: true }]);
    expect(offeredTypes(hidden, "MONTHLY_LOKMIN").map((type) => type.key)).toEqual(["bulanan-pertama"]);
  });

  test("the first Lokmin of a year is proposed as pertama, every other as rutin; a klaster is chosen", () => {
    const types = mergeTypes([]);
    const key = (kind: "MONTHLY_LOKMIN" | "QUARTERLY_LOKMIN", period: number, earlier: number[]) =>
      proposedType(types, { kind, period }, earlier)?.key;
    expect(key("MONTHLY_LOKMIN", 1, [])).toBe("bulanan-pertama");
    expect(key("MONTHLY_LOKMIN", 2, [1])).toBe("bulanan-rutin");
    expect(key("MONTHLY_LOKMIN", 2, [])).toBe("bulanan-pertama");
    expect(key("MONTHLY_LOKMIN", 11, [])).toBe("bulanan-rutin");
    expect(key("QUARTERLY_LOKMIN", 1, [2, 3])).toBe("triwulanan-pertama");
    expect(key("QUARTERLY_LOKMIN", 2, [])).toBe("triwulanan-rutin");
    expect(proposedType(types, { kind: "PRE_LOKMIN", period: 1 }, [])).toBeNull();
    expect(proposedType(types, { kind: "STUNTING_MINILOK", period: 1 }, [])?.key).toBe("minilok-stunting");
  });

  test("a new name gets a key of its own", () => {
    expect(keyOfName("Rapat Ké-2: Posyandu!", [])).toBe("rapat-ke-2-posyandu");
    expect(keyOfName("Rapat", ["rapat", "rapat-2"])).toBe("rapat-3");
    expect(isTypeKey(keyOfName("***", []))).toBe(true);
    expect(isTypeKey("../x")).toBe(false);
  });

  test("a line is a point: trimmed, empty ones left out, the same one once, a long one named", () => {
    const typed = { kind: "MONTHLY_LOKMIN", name: "Lokbul", inputs: " satu \r\n\r\ndua\nsatu", outputs: "" };
    expect(meetingTypeSchema.parse(typed)).toMatchObject({ inputs: ["satu", "dua"], outputs: [], isFirst: false });
    const long = meetingTypeSchema.safeParse({ ...typed, outputs: `a\n${"b".repeat(301)}` });
    expect(long.error?.issues[0]?.message).toBe("Butir 2 pada luaran paling banyak 300 huruf");
  });
});

describe("the new kinds", () => {
  test("a pra-lokmin holds a month for its klaster, a minilok stunting for the month", () => {
    const period = { year: 2026, period: 2 };
    const pra = (typeKey: string) => periodKey({ kind: "PRE_LOKMIN", ...period, typeKey });
    expect(pra("pra-klaster-1")).not.toBe(pra("pra-klaster-2"));
    expect(pra("pra-klaster-2")).toBe("PRE_LOKMIN 2026-2 pra-klaster-2");
    expect(periodKey({ kind: "STUNTING_MINILOK", ...period, typeKey: "minilok-stunting" })).toBe(
      "STUNTING_MINILOK 2026-2",
    );
    expect(periodKey({ kind: "MONTHLY_LOKMIN", ...period, typeKey: "bulanan-rutin" })).toBe("MONTHLY_LOKMIN 2026-2");
  });

  test("are called after their type", () => {
    const period = { year: 2026, period: 2 };
    expect(defaultTitle({ kind: "PRE_LOKMIN", ...period, typeName: "Pra-Lokmin Klaster 2 Ibu dan Anak" })).toBe(
      "Pra-Lokmin Klaster 2 Ibu dan Anak Februari 2026",
    );
    expect(defaultTitle({ kind: "STUNTING_MINILOK", ...period })).toBe("Minilok Stunting Februari 2026");
  });

  test("the form takes the type of the chosen kind only", () => {
    const typed = {
      id: "0199a1b2-0000-7000-8000-000000000001",
      kind: "PRE_LOKMIN",
      date: "2026-02-03",
      startTime: "09:00",
      place: "Aula",
      typeOfBulanan: "bulanan-rutin",
      typeOfPraLokmin: "pra-klaster-2",
    };
    expect(meetingSchema.parse(typed).typeKey).toBe("pra-klaster-2");
    expect(meetingSchema.parse({ ...typed, kind: "KALAKARYA", title: "x" }).typeKey).toBeNull();
  });
});

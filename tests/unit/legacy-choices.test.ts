import { expect, test } from "vitest";
import { syncOperation } from "@/lib/attendance/schema";
import { choice, optionalChoice } from "@/lib/fields";
import { readTrace } from "@/lib/follow-up/sheet-columns";

test("a form, a device and a sheet from before the English values are still read", () => {
  const answers = ["PRESENT", "REPRESENTED", "ABSENT"] as const;
  expect(choice("jawaban", answers).parse("DIWAKILI")).toBe("REPRESENTED");
  expect(optionalChoice("jawaban", answers).parse("HADIR")).toBe("PRESENT");
  expect(choice("jawaban", answers).safeParse("LAIN").success).toBe(false);
  expect(readTrace("BERJALAN 40 mb3k9z1c")).toMatchObject({ status: "IN_PROGRESS", percent: 40 });
  const id = crypto.randomUUID();
  const mark = syncOperation.parse({
    nonce: id,
    deviceAt: "2026-11-27T02:00:00Z",
    kind: "mark",
    seen: null,
    invitationId: id,
    status: "SAKIT",
    delegateName: "",
    delegateTitle: "",
    delegateInstitution: "",
    note: "",
    arrivedAt: "2026-11-27T02:00:00Z",
  });
  expect(mark).toMatchObject({ kind: "mark", status: "SICK" });
});

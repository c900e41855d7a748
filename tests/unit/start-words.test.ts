import { expect, test } from "vitest";
import { stepReasonSchema } from "@/lib/meetings/schema";
import { stepsToRoll, whyNoRoll } from "@/lib/meetings/start-words";
import type { MeetingStatus } from "@/prisma/generated/enums";

const startsAt = new Date("2026-06-24T01:00:00Z");
const dayBefore = new Date("2026-06-23T01:00:00Z");
const told = (status: MeetingStatus, now = startsAt) =>
  `${whyNoRoll({ status, startsAt })} ${stepsToRoll({ status, startsAt }, now)}`;

test("a roll that waits names the buttons that are there to be pressed", () => {
  expect(told("SCHEDULED")).toBe("Kegiatan ini belum dimulai. “Mulai kegiatan”");
  expect(told("SCHEDULED", dayBefore)).toBe("Kegiatan ini belum dimulai. “Mulai lebih awal”");
  expect(told("DRAFT")).toBe("Kegiatan ini masih draf. “Jadwalkan kegiatan”, lalu “Mulai kegiatan”,");
  expect(told("POSTPONED", dayBefore)).toBe("Kegiatan ini ditunda. “Jadwalkan kegiatan”, lalu “Mulai lebih awal”,");
  expect(told("CANCELLED")).toBe("Kegiatan ini dibatalkan. null");
});

test("a reason is due for what always needs one; for a start only where it is early, which the start itself finds", () => {
  expect(stepReasonSchema("start").parse({ reason: " " })).toEqual({ reason: null });
  expect(stepReasonSchema("start").parse({ reason: "Camat berhalangan" })).toEqual({ reason: "Camat berhalangan" });
  expect(stepReasonSchema("close").parse({})).toEqual({ reason: null });
  expect(stepReasonSchema("cancel").safeParse({ reason: "" }).success).toBe(false);
});

import { describe, expect, test } from "vitest";
import { type Action, eventKinds } from "@/lib/events/kinds";
import type { NewEvent } from "@/lib/events/record";
import { tellEvent } from "@/lib/events/tell";

const words = { verb: null, subject: null, detail: null };

test("a kind's data becomes its sentence", () => {
  const data = {
    title: "Lokmin Juni",
    timeZone: "Asia/Makassar",
    before: { startsAt: "2026-06-24T01:00:00.000Z", endsAt: null, place: "Aula" },
    after: { startsAt: "2026-06-25T01:00:00.000Z", endsAt: "2026-06-25T04:00:00.000Z", place: "Balai desa" },
  };
  expect(tellEvent({ action: "meeting.moved", data, ...words })).toEqual({
    verb: "mengubah waktu atau tempat",
    subject: "Lokmin Juni",
    lines: ["Rabu, 24 Juni 2026, 09.00 WITA s.d. selesai, Aula → Kamis, 25 Juni 2026, 09.00–12.00 WITA, Balai desa"],
  });
});

test("an event from before there were kinds keeps its words, also where its kind is known", () => {
  const old = { data: null, verb: "mengubah", subject: "Lokmin", detail: { alasan: "banjir" } };
  for (const action of [null, "meeting.edited"])
    expect(tellEvent({ action, ...old })).toEqual({ verb: "mengubah", subject: "Lokmin", lines: ["alasan: banjir"] });
});

test("what cannot be read is told by its key rather than not at all", () => {
  expect(tellEvent({ action: "meeting.edited", data: {}, ...words }).verb).toBe("meeting.edited");
  expect(tellEvent({ action: "programme.begun", data: {}, ...words }).verb).toBe("programme.begun");
});

describe("keys", () => {
  test("are noun.verb, in small letters", () => {
    for (const action of Object.keys(eventKinds)) expect(action).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
  });

  test("that are misspelt, or data of another kind, do not compile", () => {
    const of = { subjectId: "1", organisationId: "1" };
    const right: NewEvent = { ...of, action: "invitation.added", data: { count: 1 } };
    // @ts-expect-error: no such key
    const misspelt: Action = "invitation.aded";
    // @ts-expect-error: the data of another kind
    const wrong: NewEvent = { ...of, action: "invitation.added", data: { title: "Camat" } };
    expect([right, misspelt, wrong]).toHaveLength(3);
  });
});

import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { detailLines } from "@/lib/events/details";
import { eventsPerPage, listEvents } from "@/lib/events/reads";
import { eventRow, makeEvent } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

describe("the history", () => {
  test("shows each level its own and what stands below, newest first", async () => {
    const province = await makeProvinsi();
    const kabupaten = await makeKabupaten({ parentId: province.id });
    const own = await makePuskesmas({ parentId: kabupaten.id });
    const foreign = await makePuskesmas();
    for (const [subject, organisationId] of Object.entries({
      provinsi: province.id,
      kabupaten: kabupaten.id,
      puskesmas: own.id,
      asing: foreign.id,
    }))
      await makeEvent({ organisationId, subject });
    const seenBy = async (role: "DINKES_REVIEWER" | "PUSKESMAS_READER", organisationId: string) =>
      (await listEvents(await makeActor(role, { organisationId }))).events.map((event) => event.subject);
    expect(await seenBy("DINKES_REVIEWER", province.id)).toEqual(["puskesmas", "kabupaten", "provinsi"]);
    expect(await seenBy("DINKES_REVIEWER", kabupaten.id)).toEqual(["puskesmas", "kabupaten"]);
    expect(await seenBy("PUSKESMAS_READER", own.id)).toEqual(["puskesmas"]);
  });

  test("of a draft is read by its puskesmas, not by the Dinkes", async () => {
    const own = await makePuskesmas();
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: own.parentId ?? "" });
    const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
    for (const status of ["DRAFT", "SCHEDULED"] as const) {
      const meeting = await makeMeeting(status, { host: own, secondReason: "Uji" });
      await makeEvent({ organisationId: own.id, meetingId: meeting.id, subject: status });
      const filter = { meetingId: meeting.id };
      expect((await listEvents(staff, filter)).events).toHaveLength(1);
      expect((await listEvents(dinkes, filter)).events).toHaveLength(status === "DRAFT" ? 0 : 1);
    }
    expect((await listEvents(staff)).events.map((event) => event.subject)).toEqual(["SCHEDULED", "DRAFT"]);
    expect((await listEvents(dinkes)).events.map((event) => event.subject)).toEqual(["SCHEDULED"]);
  });

  test("goes on from a cursor without losing or repeating a line", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const organisationId = actor.organisation.id;
    await db.event.createMany({
      data: Array.from({ length: eventsPerPage + 5 }, (_, index) =>
        eventRow({ organisationId, subject: String(index) }),
      ),
    });
    const first = await listEvents(actor);
    // Somebody does something between the two pages.
    await makeEvent({ organisationId });
    const second = await listEvents(actor, { before: first.events.at(-1)?.id });
    const subjects = [...first.events, ...second.events].map((event) => Number(event.subject));
    expect(subjects).toEqual(Array.from({ length: eventsPerPage + 5 }, (_, index) => eventsPerPage + 4 - index));
    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
  });
});

describe("before and after in words", () => {
  test.each([
    [{ dari: "Ba'u", menjadi: "Sulastri" }, ["Ba'u → Sulastri"]],
    [{ alasan: "banjir" }, ["alasan: banjir"]],
    [
      {
        dari: { kegiatan: "Sweeping", batasWaktu: "2026-06-01", target: 80 },
        menjadi: { kegiatan: "Sweeping", batasWaktu: "2026-06-08", target: null },
      },
      ["batas waktu: 1 Juni 2026 → 8 Juni 2026", "target: 80 → kosong"],
    ],
    [{ penanggungJawab: "Kepala Desa", target: null }, ["penanggung jawab: Kepala Desa"]],
    [null, []],
    [{}, []],
    ["teks", []],
    [[1, 2], []],
  ])("%j", (detail, lines) => {
    expect(detailLines(detail)).toEqual(lines);
  });
});

import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readAlbumForm } from "@/app/(staf)/kegiatan/[id]/foto/album-form";
import { db } from "@/lib/db";
import { saveAlbum } from "@/lib/documents/album";
import { listDocuments } from "@/lib/documents/reads";
import type { AlbumPhoto } from "@/lib/documents/schema";
import { storeDocument } from "@/lib/documents/writes";
import { listSentences } from "@/tests/factories/events";
import { documentRow } from "@/tests/factories/evidence";
import { phonePhoto } from "@/tests/factories/files";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const nothing: AlbumPhoto["seen"] = { caption: null, takenOn: null };

async function album(count: number) {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const meeting = await makeMeeting("CLOSED", { host: actor.organisation });
  const photos = Array.from({ length: count }, (_, index) =>
    documentRow({
      meetingId: meeting.id,
      kind: "MEETING_PHOTO",
      name: `${index + 1}.jpg`,
      position: index + 1,
    }),
  );
  await db.document.createMany({ data: photos });
  const shown = async () => {
    const listed = await listDocuments(actor, meeting.id, "MEETING_PHOTO");
    return listed.map(({ name, caption }) => `${name} ${caption ?? ""}`.trim());
  };
  return { actor, meeting, ids: photos.map(({ id }) => id), shown };
}

const says = (id: string | undefined, typed: Partial<AlbumPhoto["typed"]>, seen = nothing): AlbumPhoto => ({
  id: id ?? "",
  typed: { ...nothing, ...typed },
  seen,
});

test("captions, days and order of many photos are saved at once, and told once", async () => {
  const { actor, meeting, ids, shown } = await album(3);
  const [first, second, third] = ids;
  const input = {
    photos: [
      says(first, { caption: "Pembukaan", takenOn: "2026-06-24" }),
      says(second, {}),
      says(third, { caption: "Penutup" }),
    ],
    order: [third, first, second].map(String),
  };
  expect(await saveAlbum(actor, meeting.id, input)).toEqual({ ok: true, others: [] });
  expect(await shown()).toEqual(["3.jpg Penutup", "1.jpg Pembukaan", "2.jpg"]);
  await saveAlbum(actor, meeting.id, input);
  expect(await listSentences({ meetingId: meeting.id })).toEqual([
    { says: "mengubah keterangan foto: 1.jpg", lines: expect.anything() },
    { says: "mengubah tanggal foto: 1.jpg", lines: expect.anything() },
    { says: "mengubah keterangan foto: 3.jpg", lines: expect.anything() },
    { says: "mengurutkan foto kegiatan: 3 foto", lines: [] },
  ]);
});

test("a caption that a colleague wrote meanwhile stays, is told, and goes when it was seen", async () => {
  const { actor, meeting, ids, shown } = await album(2);
  const [first, second] = ids;
  await saveAlbum(actor, meeting.id, { photos: [says(first, { caption: "Camat membuka" })], order: null });
  const photos = [says(first, { caption: "Sambutan" }), says(second, { caption: "Peserta" })];
  expect(await saveAlbum(actor, meeting.id, { photos, order: null })).toEqual({
    ok: true,
    others: [{ id: first, field: "caption", words: "Camat membuka" }],
  });
  expect(await shown()).toEqual(["1.jpg Camat membuka", "2.jpg Peserta"]);
  const seen = { caption: "Camat membuka", takenOn: null };
  await saveAlbum(actor, meeting.id, { photos: [says(first, { caption: "Sambutan" }, seen)], order: null });
  expect(await shown()).toEqual(["1.jpg Sambutan", "2.jpg Peserta"]);
});

test("orders saved at once leave each photo one place, and a photo added meanwhile comes last", async () => {
  const { actor, meeting, ids } = await album(4);
  const photo = await phonePhoto(60, 40);
  const orders = [ids.toReversed(), [ids[2], ids[0]].map(String), [...ids, randomUUID()]];
  const added = { id: randomUUID(), kind: "MEETING_PHOTO", name: "baru.jpg", bytes: photo } as const;
  const outcomes: Promise<{ ok: boolean }>[] = [
    ...orders.map((order) => saveAlbum(actor, meeting.id, { photos: [], order })),
    storeDocument({ actor, meetingId: meeting.id }, added),
  ];
  for (const outcome of await allEnded(outcomes)) expect(outcome).toMatchObject({ ok: true });
  const listed = await listDocuments(actor, meeting.id, "MEETING_PHOTO");
  expect(listed).toHaveLength(5);
  expect(listed.at(-1)?.name).toBe("baru.jpg");
});

test("the database keeps two photos from one place", async () => {
  const { meeting } = await album(1);
  const twin = documentRow({ meetingId: meeting.id, kind: "MEETING_PHOTO", position: 1 });
  await expect(db.document.create({ data: twin })).rejects.toMatchObject({ code: "P2002" });
  const nowhere = documentRow({ meetingId: meeting.id, kind: "MEETING_PHOTO", position: null });
  await expect(db.document.create({ data: nowhere })).rejects.toThrow("Document_photo_position");
});

test("a photo of another meeting is not there", async () => {
  const mine = await album(1);
  const other = await album(1);
  const photos = [says(other.ids[0], { caption: "Milik orang" })];
  await saveAlbum(mine.actor, mine.meeting.id, { photos, order: other.ids });
  expect([await mine.shown(), await other.shown()]).toEqual([["1.jpg"], ["1.jpg"]]);
});

test("the day a camera wrote is kept, and what else it wrote is not", async () => {
  const { actor, meeting } = await album(0);
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#888888" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Kamera" }, IFD2: { DateTimeOriginal: "2026:06:24 09:10:00" } })
    .toBuffer();
  await storeDocument(
    { actor, meetingId: meeting.id },
    { id: randomUUID(), kind: "MEETING_PHOTO", name: "a.jpg", bytes },
  );
  const [photo] = await listDocuments(actor, meeting.id, "MEETING_PHOTO");
  expect(photo?.takenOn).toEqual(new Date("2026-06-24"));
});

test("the form without script moves one photo, saves the rest and names what is wrong beside its field", () => {
  const [a, b] = [randomUUID(), randomUUID()];
  const form = new FormData();
  for (const id of [a, b]) form.append("urutan", id);
  form.append("urutan-lama", [a, b].join());
  form.append(`keterangan-${a}`, "Apel");
  form.append("pindah", `turun-${a}`);
  expect(readAlbumForm(form)).toMatchObject({
    ok: true,
    input: { order: [b, a], photos: [{ id: a, typed: { caption: "Apel", takenOn: null } }, { id: b }] },
    moved: a,
    remove: null,
  });
  form.append(`tanggal-${b}`, "2026-02-30");
  form.append(`keterangan-${b}`, "x".repeat(400));
  expect(readAlbumForm(form)).toEqual({
    ok: false,
    errors: {
      [`tanggal-${b}`]: expect.stringContaining("tidak ada di kalender"),
      [`keterangan-${b}`]: expect.stringContaining("300"),
    },
  });
});

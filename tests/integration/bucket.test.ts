// Files in an S3-compatible bucket: a real server on the loopback, the same reads and writes as without.

import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readBucketAddress } from "@/lib/documents/bucket";
import { moveDocuments } from "@/lib/documents/move";
import { findDocument } from "@/lib/documents/reads";
import { readBytes } from "@/lib/documents/store";
import { sweepBucket } from "@/lib/documents/sweep";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { smallPdf } from "@/tests/factories/files";
import { makeMeeting } from "@/tests/factories/meetings";
import { startS3 } from "@/tests/factories/s3";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let s3: Awaited<ReturnType<typeof startS3>>;

beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());
beforeEach(() => {
  process.env.S3_URL = s3.url;
});
afterEach(async () => {
  process.env.S3_URL = s3.url;
  await db.document.deleteMany();
  await sweepBucket(later());
  expect(await s3.keys()).toEqual([]);
  delete process.env.S3_URL;
});

const later = () => new Date(Date.now() + 7_200_000);

async function office() {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const meeting = await makeMeeting("IN_PROGRESS", { host: actor.organisation });
  const send = async (id: string = randomUUID()) => {
    const outcome = await storeDocument(
      { actor, meetingId: meeting.id },
      { id, kind: "ATTENDANCE_SCAN", name: "daftar.pdf", bytes: smallPdf },
    );
    return { ...outcome, id };
  };
  return { actor, meeting, send };
}

async function bytesOf(actor: Actor, id: string) {
  const found = await findDocument(actor, id);
  return found && Buffer.from((await readBytes(found)) ?? []);
}

test("a file goes to the bucket and comes back byte by byte; deleted, its object goes after it", async () => {
  const { actor, meeting, send } = await office();
  const { id } = await send();
  expect(await s3.keys()).toHaveLength(1);
  expect(await db.documentContent.count()).toBe(0);
  expect(await bytesOf(actor, id)).toEqual(smallPdf);
  await removeDocument(actor, meeting.id, "ATTENDANCE_SCAN", id);
  expect(await sweepBucket(new Date())).toBe(0);
  expect(await sweepBucket(later())).toBe(1);
  expect([await s3.keys(), await db.bucketObject.count()]).toEqual([[], 0]);
});

test("a write that is refused or sent twice leaves no row without bytes; its object is swept", async () => {
  const { actor, meeting, send } = await office();
  const id = randomUUID();
  expect((await allEnded([send(id), send(id)])).map(({ ok }) => ok)).toEqual([true, true]);
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "CANCELLED" } });
  expect(await send()).toMatchObject({ ok: false });
  expect(await db.document.count()).toBe(1);
  await sweepBucket(later());
  expect(await s3.keys()).toHaveLength(1);
  expect(await bytesOf(actor, id)).toEqual(smallPdf);
});

test("the bucket that does not answer is told in words, and nothing is kept", async () => {
  const { send } = await office();
  process.env.S3_URL = "http://a:b@127.0.0.1:9/lokmin";
  expect(await send()).toMatchObject({ ok: false, reason: expect.stringContaining("tidak menjawab") });
  expect(await db.document.count()).toBe(0);
});

test("a file that is still named is never swept, however old", async () => {
  const { actor, send } = await office();
  const { id } = await send();
  await db.bucketObject.updateMany({ data: { createdAt: new Date(0) } });
  expect(await sweepBucket(later())).toBe(0);
  expect(await bytesOf(actor, id)).toEqual(smallPdf);
});

test("moving there and back can be stopped after any file and goes on", async () => {
  const { actor, send } = await office();
  delete process.env.S3_URL;
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await send()).id);
  process.env.S3_URL = s3.url;
  const readable = async () => {
    for (const id of ids) expect(await bytesOf(actor, id)).toEqual(smallPdf);
  };
  for (const to of ["bucket", "database"] as const) {
    let seen = 0;
    const stopped = await moveDocuments({ to, isStopped: () => seen >= 2, onProgress: () => (seen += 1) });
    expect(stopped).toMatchObject({ moved: 2, left: 3 });
    await readable();
    // Two at once move each file once.
    for (const { damaged } of await allEnded([moveDocuments({ to }), moveDocuments({ to })]))
      expect(damaged).toEqual([]);
    await readable();
    expect(await db.documentContent.count()).toBe(to === "bucket" ? 0 : 5);
    await sweepBucket(later());
    expect(await s3.keys()).toHaveLength(to === "bucket" ? 5 : 0);
  }
});

test("a damaged file stays where it is and is named", async () => {
  const { send } = await office();
  delete process.env.S3_URL;
  const { id } = await send();
  process.env.S3_URL = s3.url;
  await db.documentContent.update({ where: { documentId: id }, data: { bytes: Buffer.from("lain") } });
  expect(await moveDocuments({ to: "bucket" })).toEqual({ moved: 0, left: 1, damaged: ["daftar.pdf"] });
});

test("the address names a host, a bucket, a key and a secret", () => {
  expect(readBucketAddress("https://kunci:r%2Fa@s3.contoh.go.id/lokmin?region=id-1")).toEqual({
    endpoint: "https://s3.contoh.go.id/lokmin",
    region: "id-1",
    accessKeyId: "kunci",
    secretAccessKey: "r/a",
  });
  for (const wrong of ["s3.contoh.go.id/lokmin", "https://s3.contoh.go.id/lokmin", "https://a:b@s3.contoh.go.id/"])
    expect(readBucketAddress(wrong)).toBeNull();
});

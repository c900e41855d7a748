// Photos are decoded in a process of its own, which ends when there is nothing to do.
import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterEach, expect, test, vi } from "vitest";
import { prepareFile } from "@/lib/documents/prepare";
import { prepareLogo } from "@/lib/letterheads/logo";

vi.mock(import("node:child_process"), { spy: true });

afterEach(() => vi.useRealTimers());

/** Processes of this one that decode. */
function decoders(): (number | undefined)[] {
  const forked = vi.mocked(fork).mock.results.flatMap(({ type, value }) => (type === "return" ? [value] : []));
  return forked.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(({ pid }) => pid);
}

async function upload() {
  const bytes = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#778899" } })
    .jpeg()
    .toBuffer();
  return prepareFile("MEETING_PHOTO", { name: "rapat.jpg", bytes });
}

test("many at once share one process, which is gone when nothing came for a while", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const outcomes = await Promise.all(Array.from({ length: 4 }, upload));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(decoders()).toHaveLength(1);
  vi.advanceTimersByTime(5000);
  await vi.waitFor(() => expect(decoders()).toEqual([]), { interval: 20, timeout: 10_000 });
});

test("one that is ended in the midst refuses its photo, and the next one is taken", async () => {
  await upload();
  const [pid = 0] = decoders();
  const cut = upload();
  process.kill(pid, "SIGKILL");
  await cut;
  expect(await upload()).toMatchObject({ ok: true, file: { mimeType: "image/jpeg" } });
  expect(decoders()).not.toContain(pid);
});

test("a drawing that takes without end is ended, and the next picture is taken", async () => {
  const heavy = `<filter id="f" x="0" y="0" width="1" height="1">${'<feMorphology radius="300" operator="dilate"/>'.repeat(200)}</filter>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600">${heavy}<rect width="600" height="600" filter="url(#f)"/></svg>`;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const logo = prepareLogo({ name: "logo.svg", bytes: Buffer.from(drawing) }, "left");
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 20, timeout: 10_000 });
  vi.advanceTimersByTime(30_000);
  expect(await logo).toMatchObject({ ok: false, field: "left" });
  vi.useRealTimers();
  expect(await upload()).toMatchObject({ ok: true });
});

test("a HEIC that says it has more pixels than can be held is refused before it is decoded", async () => {
  const bytes = Buffer.from(await readFile("tests/samples/foto-iphone.heic"));
  const size = bytes.indexOf("ispe") + 8;
  bytes.writeUInt32BE(10_000, size);
  bytes.writeUInt32BE(6000, size + 4);
  const outcome = await prepareFile("MEETING_PHOTO", { name: "rapat.heic", bytes });
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining("megapiksel") });
});

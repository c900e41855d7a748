// Photos are decoded in a process of its own, which ends when there is nothing to do.
import { fork } from "node:child_process";
import sharp from "sharp";
import { afterEach, expect, test, vi } from "vitest";
import { prepareFile } from "@/lib/documents/prepare";

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

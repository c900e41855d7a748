import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { findTakenClock, takenDay, withTakenClock } from "@/lib/documents/taken";

const clock = "2026:06:24 09:10:00";
const picture = () => sharp({ create: { width: 32, height: 24, channels: 3, background: "#888888" } }).jpeg();

describe("when a photo was taken", () => {
  test("is read from what the camera wrote", async () => {
    const bytes = await picture()
      .withExif({ IFD0: { Make: "Kamera" }, IFD2: { DateTimeOriginal: clock } })
      .toBuffer();
    expect(findTakenClock(bytes)).toBe(clock);
  });

  test("is nothing where the camera wrote nothing", async () => {
    expect(findTakenClock(await picture().toBuffer())).toBeNull();
    expect(findTakenClock(new Uint8Array())).toBeNull();
  });

  test("is carried by a photo that a device made smaller, and nothing else is", async () => {
    const bytes = withTakenClock(new Uint8Array(await picture().toBuffer()), clock);
    const { exif, width } = await sharp(bytes).metadata();
    expect(width).toBe(32);
    expect(exif && findTakenClock(exif)).toBe(clock);
    expect(exif?.length).toBeLessThan(100);
  });

  test("is never more than the bytes say", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom("II*\0", "MM\0*"), (rest, order) => {
        const bytes = new Uint8Array([...Buffer.from(`Exif\0\0${order}`, "latin1"), ...rest]);
        const found = findTakenClock(bytes);
        expect(found === null || /^[\d: ]{19}$/.test(found)).toBe(true);
      }),
    );
  });

  test.each([
    ["2026:06:24 23:59:59", "2026-06-24"],
    ["2026:11:28 08:00:00", "2026-11-28"],
    ["2026:11:29 08:00:00", null],
    ["2001:01:01 00:00:00", null],
    ["1970:01:01 00:00:00", null],
    ["2026:02:30 10:00:00", null],
    ["0000:00:00 00:00:00", null],
    [null, null],
  ])("%s is the day %s", (written, day) => {
    expect(takenDay(written, "2026-11-28")).toBe(day);
  });
});

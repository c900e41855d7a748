// What a camera would read off a printed slip.
import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { qrPicture } from "@/lib/invitations/qr";
import { newToken } from "@/lib/secrets";

async function scan(text: string): Promise<string | undefined> {
  const { size, path } = qrPicture(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="320" height="320"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

test.each(["http://localhost:3000", "https://lokmin.dinkes.lampungselatankab.example"])(
  "the QR of a personal link of %s says the link",
  async (address) => {
    for (let time = 0; time < 10; time += 1) {
      const link = `${address}/u/${newToken()}`;
      expect(await scan(link)).toBe(link);
    }
  },
);

test("a link stays at a version that a cheap camera reads in print", () => {
  const modules = qrPicture(`https://lokmin.dinkes.lampungselatankab.example/u/${newToken()}`).size - 8;
  expect((modules - 17) / 4).toBeLessThanOrEqual(5);
});

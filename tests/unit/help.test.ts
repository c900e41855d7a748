import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { chapters } from "@/lib/help/chapters";
import { pictureIds, pictures } from "@/lib/help/pictures";
import { root } from "@/prisma/run/prepare.mjs";

test("every link of the handbook leads to a page that there is", () => {
  const isThere = (href: string) =>
    [href, href.replace(/\/[^/]+$/, "/[jenis]")].some((path) => existsSync(join(root, "app/(staf)", path, "page.tsx")));
  const links = chapters.flatMap(({ steps }) => steps.flatMap(({ href }) => href ?? []));
  expect(links.filter((href) => !isThere(href))).toEqual([]);
  expect(links.length).toBeGreaterThan(10);
});

test("every picture of the handbook is there, of the size it says, and small enough for 3G", async () => {
  const folder = join(root, "public/bantuan");
  expect(readdirSync(folder).sort()).toEqual(pictureIds.map((id) => `${id}.webp`).sort());
  expect(pictures.map(({ id }) => id).sort()).toEqual([...pictureIds].sort());
  let sum = 0;
  for (const { id, chapter, alt, width, height } of pictures) {
    const bytes = readFileSync(join(folder, `${id}.webp`));
    expect(await sharp(bytes).metadata(), id).toMatchObject({ format: "webp", width, height });
    expect(bytes.length, `${id}: bytes`).toBeLessThan(40_000);
    expect(chapters.map((one) => one.id)).toContain(chapter);
    expect(alt.length).toBeGreaterThan(20);
    sum += bytes.length;
  }
  expect(sum).toBeLessThan(450_000);
});

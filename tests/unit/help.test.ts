import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chapters } from "@/lib/help/chapters";
import { root } from "@/prisma/run/prepare.mjs";

test("every link of the handbook leads to a page that there is", () => {
  const isThere = (href: string) =>
    [href, href.replace(/\/[^/]+$/, "/[jenis]")].some((path) => existsSync(join(root, "app/(staf)", path, "page.tsx")));
  const links = chapters.flatMap(({ steps }) => steps.flatMap(({ href }) => href ?? []));
  expect(links.filter((href) => !isThere(href))).toEqual([]);
  expect(links.length).toBeGreaterThan(10);
});

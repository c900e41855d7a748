import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { keepOpening, packPage } from "@/lib/http/packed-page";

const opening = keepOpening(`<!doctype html><style>${"é{color:red}".repeat(300)}</style>`);

test.each([
  ["with the kept opening", `${opening}<p>Puskesmas “Uji” – ✓</p>`],
  ["of the opening alone", opening],
  ["that begins otherwise", `<!doctype html><p>${"Uji ".repeat(300)}</p>`],
  ["longer than the window of gzip", `${opening}${"Puskesmas Uji, ".repeat(9000)}`],
])("a page %s is the same unpacked", (_, page) => {
  expect(gunzipSync(packPage(page)).toString("utf8")).toBe(page);
});

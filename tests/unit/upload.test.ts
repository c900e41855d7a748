// Bodies of forms with a file, as a browser writes them.
import { describe, expect, test } from "vitest";
import { parseForm } from "@/lib/documents/upload";
import { isMultipart, readUploadBody, withoutFile } from "@/lib/http/upload";

const megabyte = 1024 * 1024;

async function* inPieces(...pieces: Uint8Array[]) {
  yield* pieces;
}

async function formOf(size: number) {
  const form = new FormData();
  form.set("choice", "REPRESENTED");
  form.set("delegateName", "Andi, é");
  form.set("letter", new File([new Uint8Array(size)], "surat.jpg", { type: "image/jpeg" }));
  const request = new Request("http://lokmin.test/", { method: "POST", body: form });
  const contentType = request.headers.get("content-type") ?? "";
  return { contentType, bytes: Buffer.from(await request.arrayBuffer()) };
}

describe("reading", () => {
  test("a form within the limit comes whole", async () => {
    const { bytes } = await formOf(12 * megabyte);
    const read = await readUploadBody(inPieces(bytes.subarray(0, 70_000), bytes.subarray(70_000)));
    expect(read.isCut).toBe(false);
    expect(read.bytes.equals(bytes)).toBe(true);
  });

  test("of a longer one the beginning is kept, with what was typed before the file", async () => {
    const { contentType, bytes } = await formOf(30 * megabyte);
    const pieces = Array.from({ length: 480 }, (_, index) => bytes.subarray(index * 65_536, (index + 1) * 65_536));
    const read = await readUploadBody(inPieces(...pieces));
    expect(read.isCut).toBe(true);
    expect(read.bytes.length).toBe(65_536);
    const form = await parseForm(contentType, withoutFile(contentType, read.bytes, "letter"));
    expect(Object.fromEntries(form ?? [])).toEqual({ choice: "REPRESENTED", delegateName: "Andi, é" });
  });

  test("without end, reading ends", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield new Uint8Array(megabyte);
      }
    }
    expect((await readUploadBody(endless())).isCut).toBe(true);
    expect(given).toBeLessThan(70);
  });
});

test("only multipart is a form with a file", () => {
  expect(isMultipart("multipart/form-data; boundary=x")).toBe(true);
  expect(isMultipart("application/x-www-form-urlencoded")).toBe(false);
  expect(isMultipart("multipart/mixed; boundary=x")).toBe(false);
});

import { expect, test } from "vitest";
import { readNotice } from "@/lib/web/notice";

const written = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("what was done is told to the session that did it alone", () => {
  const said = { key: "a", words: "Undangan dibatalkan.", undoId: "0199a1b2-0000-7000-8000-000000000001" };
  expect(readNotice(written({ session: "ini", ...said }), "ini")).toEqual(said);
  expect(readNotice(written({ session: "ini", ...said }), "berikutnya")).toBeNull();
  expect(readNotice(written(said), "ini")).toBeNull();
  expect(readNotice("bukan", "ini")).toBeNull();
});

import { expect, test } from "vitest";
import { subjectOf } from "@/app/(layar)/surat/[jenis]/[subjek]/paper-request";

test("the subject of a paper is the same however the address was written", () => {
  expect(subjectOf("0192-a%3A2026")).toBe("0192-a:2026");
  expect(subjectOf("0192-a:2026")).toBe("0192-a:2026");
  expect(subjectOf("50%")).toBe("50%");
});

import { expect, test } from "vitest";
import { contentDisposition } from "@/lib/http/download";

test.each([
  ["Notulen Mei.docx", "Notulen Mei.docx", "Notulen%20Mei.docx"],
  ['a"b\\c\r\nSet-Cookie: x=1', "a_b_c__Set-Cookie: x=1", "a%22b%5Cc%0D%0ASet-Cookie%3A%20x%3D1"],
  ["Kehadiran – Ba\u2019u.pdf", "Kehadiran _ Ba_u.pdf", "Kehadiran%20%E2%80%93%20Ba%E2%80%99u.pdf"],
  ["100%(1).pdf", "100_(1).pdf", "100%25%281%29.pdf"],
])("a file named %j breaks no header", (name, plain, encoded) => {
  const header = contentDisposition("attachment", name);
  expect(header).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
  expect(header).toMatch(/^[\x20-\x7e]+$/);
});

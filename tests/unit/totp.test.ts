import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { appAddress, codeAt, newAppSecret, readCode, stepOf } from "@/lib/second-factor/totp";

/** Appendix B of RFC 6238, the last six figures of each. */
const secret = Secret.fromLatin1("12345678901234567890").base32;

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("the code of RFC 6238 at %i seconds", (seconds, code) => {
  const at = new Date(seconds * 1000);
  expect(codeAt(secret, at)).toBe(code);
  expect(readCode(secret, code, at)).toEqual({ isRight: true, step: stepOf(at) });
});

test("a secret has 160 bits and its address names issuer and user", () => {
  const mine = newAppSecret();
  expect(mine).toMatch(/^[A-Z2-7]{32}$/);
  const address = new URL(appAddress(mine, "ani@lokmin.example"));
  expect(address.protocol).toBe("otpauth:");
  expect(decodeURIComponent(address.pathname)).toContain("Lokmin:ani@lokmin.example");
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: mine, issuer: "Lokmin", period: "30" });
});

import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { deriveKey, hashToken, isToken, newToken, openToken, sealToken } from "@/lib/secrets";

afterEach(() => vi.unstubAllEnvs());

test("a token is 22 characters of base62, and every character comes as often as any other", () => {
  const counts = new Map<string, number>();
  const rounds = 3000;
  for (let round = 0; round < rounds; round++) {
    const token = newToken();
    expect(token).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(isToken(token)).toBe(true);
    for (const letter of token) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const expected = (rounds * 22) / 62;
  expect(counts.size).toBe(62);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 61 degrees of freedom: passed by chance less than once in a million runs.
  expect(chiSquare).toBeLessThan(130);
});

test.each(["", "abc", "a".repeat(21), "a".repeat(23), `${"a".repeat(21)}-`, `${"a".repeat(22)}\n`])(
  "%j is no token",
  (text) => {
    expect(isToken(text)).toBe(false);
  },
);

test("a sealed token opens again, never looks the same twice, and does not show what it holds", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Za-z]{22}$/), (token) => {
      const [one, other] = [sealToken(token), sealToken(token)];
      expect(openToken(one)).toBe(token);
      expect(one).not.toBe(other);
      expect(Buffer.from(one.slice(2), "base64url").toString("latin1")).not.toContain(token);
    }),
  );
});

test("a sealed token that was touched does not open", () => {
  const bytes = Buffer.from(sealToken(newToken()).slice(2), "base64url");
  for (const place of [0, 13, bytes.length - 1]) {
    const touched = Buffer.from(bytes);
    touched[place] = (touched[place] ?? 0) ^ 1;
    expect(() => openToken(`1.${touched.toString("base64url")}`)).toThrow();
  }
});

test("a sealed token says how it was sealed; one of before the marks opens, one of another algorithm does not", () => {
  const token = "0A1B2C3D4E5F6G7H8I9J0K";
  const sealed = sealToken(token);
  expect(sealed).toMatch(/^1\./);
  expect(openToken(sealed.slice(2))).toBe(token);
  expect(() => openToken(`2.${sealed.slice(2)}`)).toThrow("another version");
});

test("the hash a token is looked up by is always the same and leads nowhere back", () => {
  const token = newToken();
  expect(hashToken(token)).toBe(hashToken(token));
  expect(hashToken(token)).toHaveLength(43);
  expect(hashToken(token)).not.toContain(token);
});

test("keys differ by purpose, and without a secret there are none", () => {
  expect(deriveKey("sesi").equals(deriveKey("tautan"))).toBe(false);
  for (const secret of ["", "too short"]) {
    vi.stubEnv("LOKMIN_SECRET", secret);
    expect(() => deriveKey("sesi")).toThrow("LOKMIN_SECRET");
  }
  vi.stubEnv("LOKMIN_SECRET", undefined);
  expect(() => deriveKey("sesi")).toThrow("LOKMIN_SECRET");
});

import { randomInt } from "node:crypto";
import { recoveryCodeCount } from "@/lib/second-factor/rules";

const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const groups = 3;
const groupLength = 4;

/** "7KQ2-MXVA-93TD": 59 bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: groups }, () =>
      Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join(""),
    ).join("-"),
  );
}

/** As it was written down; null for what is no recovery code at all. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  return letters.length === groups * groupLength ? (letters.match(/.{4}/g)?.join("-") ?? null) : null;
}

export function readAppCode(typed: string): string | null {
  const figures = typed.slice(0, 100).replace(/[\s.-]/g, "");
  return /^\d{6}$/.test(figures) ? figures : null;
}

import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for one another on paper: no I, O, 0, 1. */
const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const length = 8;

export function newCheckCode(): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
}

/** "7kqm 4xwt" as it is kept; null where it cannot be a code. */
export function readCheckCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null;
}

export function shownCheckCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

export function checkAddress(code: string): string {
  return `${process.env.APP_URL ?? ""}/periksa/${code}`;
}

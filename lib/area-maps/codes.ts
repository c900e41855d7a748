/** A Kemendagri code without its dots, whatever way it was written; empty where the value is none. */
export function plainCode(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "";
  const digits = String(value).slice(0, 40).replace(/[.\s]/g, "");
  return /^\d{2,10}$/.test(digits) ? digits : "";
}

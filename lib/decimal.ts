/** "1.250,5" → 1250.5, "12,5" → 12.5, "0.75" → 0.75, "1.250" → 1250; null for what is no number. */
export function parseDecimal(value: string): number | null {
  const compact = value.replace(/\s/g, "");
  const grouped = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?$/;
  const plain = /^-?\d{1,9}([.,]\d{1,2})?$/;
  if (grouped.test(compact)) return Number(compact.replaceAll(".", "").replace(",", "."));
  if (plain.test(compact)) return Number(compact.replace(",", "."));
  return null;
}

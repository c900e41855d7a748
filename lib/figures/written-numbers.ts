export type DecimalSign = "," | ".";

export type Written = { value: number; isPercent: boolean } | "unsure" | null;

const mostLength = 40;

export function readWritten(text: string, sign: DecimalSign | null): Written {
  if (text.length > mostLength) return null;
  const isPercent = text.endsWith("%");
  const digits = ungrouped((isPercent ? text.slice(0, -1) : text).trim());
  if (digits === null) return null;
  const value = numberIn(digits, sign);
  return typeof value === "number" ? { value: Math.round(value * 100) / 100, isPercent } : value;
}

/** Blanks may stand between thousands and nowhere else. */
function ungrouped(text: string): string | null {
  if (!/\s/.test(text)) return text;
  return /^-?\d{1,3}(\s\d{3})+([.,]\d{1,2})?$/.test(text) ? text.replace(/\s/g, "") : null;
}

function numberIn(text: string, sign: DecimalSign | null): number | "unsure" | null {
  if (/^-?\d{1,12}$/.test(text)) return Number(text);
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    if (sign === null) return "unsure";
    return text.includes(sign) ? Number(text.replace(",", ".")) : Number(text.replace(/[.,]/, ""));
  }
  if (/^-?\d{1,12}[.,]\d{1,20}$/.test(text)) return Number(text.replace(",", "."));
  if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d{1,20})?$/.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d{1,20})?$/.test(text)) return Number(text.replaceAll(",", ""));
  return null;
}

/** What a number shows of the style of its file; null where it could be of either. */
export function signShown(text: string): DecimalSign | null {
  if (text.length > mostLength) return null;
  const bare = text.replace(/\s|%$/g, "");
  if (/^-?\d+,(\d{1,2}|\d{4,})$|^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$/.test(bare)) return ",";
  if (/^-?\d+\.(\d{1,2}|\d{4,})$|^-?\d{1,3}(,\d{3})+\.\d+$|^-?\d{1,3}(,\d{3}){2,}$/.test(bare)) return ".";
  return null;
}

/**
 * Where they show nothing, dots stand between thousands as in Indonesian; null where they contradict each other, or a
 * comma could be either.
 */
export function signOf(texts: Iterable<string>): DecimalSign | null {
  const shown = new Set<DecimalSign>();
  let hasComma = false;
  for (const text of texts) {
    const sign = signShown(text);
    if (sign) shown.add(sign);
    else if (text.includes(",")) hasComma = true;
  }
  if (shown.size > 1) return null;
  const [only] = shown;
  return only ?? (hasComma ? null : ",");
}

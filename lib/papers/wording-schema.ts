import { z } from "zod";
import { text } from "@/lib/fields";
import type { WordingPart } from "@/lib/papers/definition";
import { faultWords, placeholderFaults } from "@/lib/papers/wording";

const longest = 3000;
const bracketed = /\[[^[\]\n]{1,60}\]/;

/** The words of a paper's parts; each part is checked for placeholders that it does not know. */
export function wordingSchema(wording: Record<string, WordingPart>) {
  const parts = Object.entries(wording).map(([part, definition]) => [part, partSchema(definition)] as const);
  return z.object(Object.fromEntries(parts));
}

function partSchema({ label, placeholders }: WordingPart) {
  return text(label.toLowerCase(), longest).superRefine((typed, context) => {
    const faults = placeholderFaults(typed, placeholders).map(faultWords);
    const [gap] = bracketed.exec(typed) ?? [];
    if (gap) faults.push(`Ganti ${gap} dengan kata sebenarnya, atau dengan isian dalam kurung kurawal.`);
    if (faults.length > 0) context.addIssue({ code: "custom", message: faults.join(" ") });
  });
}

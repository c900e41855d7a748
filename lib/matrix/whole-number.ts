import { z } from "zod";
import { optionalWholeNumber } from "@/lib/fields";

/** A whole number that must be there. @param name as the label says it, lower case */
export function wholeNumber(name: string, min: number, max: number) {
  return optionalWholeNumber(name, min, max).pipe(z.number({ error: `Isi ${name}` }));
}

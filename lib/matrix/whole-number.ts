import { z } from "zod";
import { optionalWholeNumber } from "@/lib/fields";

export function wholeNumber(name: string, min: number, max: number) {
  return optionalWholeNumber(name, min, max).pipe(z.number({ error: `Isi ${name}` }));
}

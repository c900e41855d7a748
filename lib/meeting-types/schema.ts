import { z } from "zod";
import { choice, optionalText, text } from "@/lib/fields";
import { kindOrder } from "@/lib/meeting-types/rules";

const longest = 300;
const most = 30;

/** Lines of a textarea, one point each: trimmed, empty ones left out, the same one once. */
function points(name: string) {
  return optionalText(name, 6000).transform((value, context) => {
    const lines = [...new Set((value ?? "").split("\n").map((line) => line.trim()))].filter(Boolean);
    const tooLong = lines.findIndex((line) => line.length > longest);
    if (tooLong >= 0)
      context.addIssue({
        code: "custom",
        message: `Butir ${tooLong + 1} pada ${name} paling banyak ${longest} huruf`,
      });
    if (lines.length > most)
      context.addIssue({ code: "custom", message: `${most} butir ${name} sudah cukup; gabungkan yang serupa` });
    return lines;
  });
}

/** A type as its form sends it. The kind of a house's type stays what it is. */
export const meetingTypeSchema = z.object({
  kind: choice("bentuk pertemuan", kindOrder),
  name: text("nama jenis", 120),
  isFirst: optionalText("pertama tahun ini", 10).transform((value) => value !== null),
  inputs: points("masukan"),
  outputs: points("luaran"),
});

export type MeetingTypeInput = z.output<typeof meetingTypeSchema>;

/** A key as it stands in an address. */
export function isTypeKey(text: unknown): text is string {
  return typeof text === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60;
}

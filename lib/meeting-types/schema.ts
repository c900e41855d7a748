import { z } from "zod";
import { choice, optionalText, text } from "@/lib/fields";
import { kindOrder } from "@/lib/meeting-types/rules";

const longest = 300;
const most = 30;

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

export const meetingTypeSchema = z.object({
  kind: choice("bentuk pertemuan", kindOrder),
  name: text("nama jenis", 120),
  isFirst: optionalText("pertama tahun ini", 10).transform((value) => value !== null),
  inputs: points("masukan"),
  outputs: points("luaran"),
});

export type MeetingTypeInput = z.output<typeof meetingTypeSchema>;

export function isTypeKey(text: unknown): text is string {
  return typeof text === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60;
}

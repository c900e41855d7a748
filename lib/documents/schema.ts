import { z } from "zod";
import { optionalText } from "@/lib/fields";

export const captionSchema = z.object({ caption: optionalText("keterangan", 300) });

import { cleanFileName } from "@/lib/documents/rules";
import type { PaperFormat } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";

export function fileNameOf({ title }: Paper, format: PaperFormat): string {
  return cleanFileName(`${title}.${format}`, format);
}

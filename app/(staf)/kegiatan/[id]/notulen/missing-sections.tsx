import { sectionList } from "@/lib/minutes/lines";
import type { NoteSection } from "@/prisma/generated/enums";

/** Which sections the evidence needs are still empty. */
export function MissingSections({ missing }: { missing: readonly NoteSection[] }) {
  return (
    <p className="mt-3 text-sm text-muted">
      {missing.length > 0
        ? `Untuk bukti EP 1.6.2 b masih kosong: ${sectionList(missing)}.`
        : "Permasalahan, Hambatan, dan Rekomendasi sudah terisi (bukti EP 1.6.2 b)."}
    </p>
  );
}

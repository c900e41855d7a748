/** What a form answers when none of the known persons is meant. */
export const newPerson = "baru";

/** What is known of somebody in words; one of them at least. */
export type PersonWords = { name: string | null; title: string | null; institution: string | null };

/** "Siti Aminah, Kader, Desa Baktirasa" */
export function personLine({ name, title, institution }: PersonWords): string {
  return [name, title, institution].filter(Boolean).join(", ");
}

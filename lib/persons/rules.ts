export const newPerson = "baru";

export type PersonWords = { name: string | null; title: string | null; institution: string | null };

export function personLine({ name, title, institution }: PersonWords): string {
  return [name, title, institution].filter(Boolean).join(", ");
}

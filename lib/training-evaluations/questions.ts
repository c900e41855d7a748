/** What participants are asked, on a scale of 1 to 5. A key is kept with each rating: never give one another meaning. */
export const questions = [
  { key: "materi", text: "Materi sesuai dengan kebutuhan pekerjaan saya" },
  { key: "narasumber", text: "Narasumber menguasai materi dan mudah dipahami" },
  { key: "metode", text: "Cara belajar (teori, simulasi, praktik) membantu saya" },
  { key: "waktu", text: "Waktunya cukup dan jadwalnya ditepati" },
  { key: "sarana", text: "Ruang, alat, dan bahan memadai" },
  { key: "penyelenggara", text: "Penyelenggara melayani dengan baik" },
  { key: "manfaat", text: "Saya dapat menerapkan hasilnya di tempat kerja" },
] as const;

export type QuestionKey = (typeof questions)[number]["key"];

export const scale = [1, 2, 3, 4, 5] as const;

export const scaleWords = "1 sangat tidak setuju, 5 sangat setuju";

/** Fewer answers than these would tell whose they are. */
export const fewestShown = 3;

export const opinionDays = 30;

export type QuestionResult = { key: string; text: string; mean: number; counts: number[] };

/** Mean and how often each step of the scale was chosen, in the order of the questions; those nobody rated are left out. */
export function summarise(ratings: readonly { question: string; rating: number; count: number }[]): QuestionResult[] {
  return questions.flatMap(({ key, text }) => {
    const own = ratings.filter(({ question }) => question === key);
    const total = own.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return [];
    const counts = scale.map((step) => own.find(({ rating }) => rating === step)?.count ?? 0);
    const mean = own.reduce((sum, { rating, count }) => sum + rating * count, 0) / total;
    return [{ key, text, mean, counts }];
  });
}

export type CompletionRule = {
  /** Least share of the JPL, in percent; 0: no rule. */
  requiredAttendance: number;
  /** Least score of the post-test; null: no rule. */
  requiredScore: number | null;
};

export type RuledSession = { id: string; lessons: number };

/** Lessons have two decimals at most: they are added in hundredths, so that 80 % of 0.1 + 0.2 is told exactly. */
const hundredths = (value: number) => Math.round(value * 100);

export type Completion = {
  isMet: boolean;
  attended: number;
  offered: number;
  sessions: number;
  /** In percent of the JPL, rounded down to one decimal: never shown as more than it is. */
  share: number;
  score: number | null;
  /** Why it is not met, a sentence each; empty where it is. */
  lacking: string[];
};

const number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

/** @param score of the post-test, 0 to 100; null where there is none */
export function completionOf(
  { requiredAttendance, requiredScore }: CompletionRule,
  sessions: readonly RuledSession[],
  attended: ReadonlySet<string>,
  score: number | null,
): Completion {
  const sum = (some: readonly RuledSession[]) => some.reduce((total, { lessons }) => total + hundredths(lessons), 0);
  const own = sessions.filter(({ id }) => attended.has(id));
  const offered = sum(sessions);
  const taken = sum(own);
  const share = offered === 0 ? 0 : Math.floor((taken * 1000) / offered) / 10;
  const lacking: string[] = [];
  if (sessions.length === 0) lacking.push("Sesi pelatihan ini belum diisi");
  else if (requiredAttendance > 0 && offered === 0) lacking.push("JPL sesi pelatihan ini belum diisi");
  else if (taken * 100 < requiredAttendance * offered)
    lacking.push(
      `Mengikuti ${number.format(taken / 100)} dari ${number.format(offered / 100)} JPL (${number.format(share)} %), paling sedikit ${requiredAttendance} %`,
    );
  if (requiredScore !== null && score === null) lacking.push("Belum ada nilai tes akhir");
  else if (requiredScore !== null && score !== null && hundredths(score) < hundredths(requiredScore))
    lacking.push(`Nilai tes akhir ${number.format(score)}, paling sedikit ${number.format(requiredScore)}`);
  return {
    isMet: lacking.length === 0,
    attended: taken / 100,
    offered: offered / 100,
    sessions: own.length,
    share,
    score,
    lacking,
  };
}

/** "80 % JPL dan nilai tes akhir 70": what the rule asks for; null where it asks for nothing. */
export function ruleWords({ requiredAttendance, requiredScore }: CompletionRule): string | null {
  const parts = [
    requiredAttendance > 0 ? `hadir paling sedikit ${requiredAttendance} % JPL` : null,
    requiredScore === null ? null : `nilai tes akhir paling sedikit ${number.format(requiredScore)}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" dan ") : null;
}

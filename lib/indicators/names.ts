import type { IndicatorForm, TargetSpread } from "@/prisma/generated/enums";

export const formNames: Record<IndicatorForm, string> = {
  COVERAGE: "Jumlah dibagi sasaran",
  PERCENT: "Persen yang diketik",
  COUNT: "Jumlah saja",
};

export const spreadNames: Record<TargetSpread, string> = {
  TWELFTHS: "Seperduabelas tiap bulan",
  FLAT: "Sama setiap bulan",
  MONTHLY: "Diketik per bulan",
};

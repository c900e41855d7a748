import type { Achievement } from "@/lib/pws/achievement";
import { bareFigure, statusLetters, statusShapes, trendSigns } from "@/lib/pws/readings";
import type { IndicatorForm } from "@/prisma/generated/enums";
import { statusCells } from "./status-tones";

type Props = {
  indicator: { form: IndicatorForm };
  achievement: Pick<Achievement, "figure" | "status" | "trend" | "isOver"> | null | undefined;
};

/** One element with one text: a table may have six hundred of them. */
export function AchievementCell({ indicator, achievement }: Props) {
  if (!achievement) return <td />;
  const { figure, status, trend, isOver } = achievement;
  if (figure === null) return <td>–</td>;
  const words = `${bareFigure(indicator, figure)}${isOver ? " !" : ""}`;
  return (
    <td className={status ? statusCells[status] : ""}>
      {status ? `${words}\n${statusShapes[status]} ${statusLetters[status]}${trendSigns[trend]}` : words}
    </td>
  );
}

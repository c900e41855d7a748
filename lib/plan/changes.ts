import { dateToDay } from "@/lib/time";
import type { ActionItem } from "@/prisma/generated/client";

type Figure = { toString(): string } | null;

type Row = Pick<
  ActionItem,
  | "problem"
  | "cause"
  | "activity"
  | "responsibleInstitution"
  | "responsibleTitle"
  | "responsibleName"
  | "support"
  | "deadline"
  | "indicator"
  | "unit"
  | "fundingSource"
  | "priority"
> & { baseline: Figure; target: Figure };

const figure = (value: Figure) => (value === null ? null : Number(value));

export function factsOf(row: Row) {
  const { problem, cause, activity, support, deadline, indicator, baseline, target, unit, fundingSource, priority } =
    row;
  return {
    ...ownerOf(row),
    problem,
    cause,
    activity,
    support,
    deadline: dateToDay(deadline),
    indicator,
    baseline: figure(baseline),
    target: figure(target),
    unit,
    fundingSource,
    priority,
  };
}

export function outlineOf(row: Row) {
  return { ...ownerOf(row), activity: row.activity, deadline: dateToDay(row.deadline) };
}

type Owner = Pick<Row, "responsibleInstitution" | "responsibleTitle" | "responsibleName">;

export function ownerOf({ responsibleInstitution, responsibleTitle, responsibleName }: Owner) {
  return { responsibleInstitution, responsibleTitle, responsibleName };
}

import { readTypedDay } from "@/lib/plan/typed-day";
import { readTypedVillages, type VillageChoice } from "@/lib/plan/typed-villages";

export type RowTexts = {
  activity: string;
  owner: string;
  deadline: string;
  villages: string;
  problem: string;
  cause: string;
  support: string;
  indicator: string;
  baseline: string;
  target: string;
  unit: string;
  fundingSource: string;
  priority: string;
  problemId: string;
};

export type RowField = keyof RowTexts;

export type TypedRow = {
  id: string;
  texts: RowTexts;
  /** Of the list: "seat:<id>"; empty where the words are an institution of their own. */
  ownerValue: string;
  version: number | null;
};

export type RowFaults = Partial<Record<RowField, string>>;

export type SentRow = Omit<RowTexts, "villages"> & {
  id: string;
  version: number | null;
  responsibleInstitution: string;
  villages: string[];
};

export const emptyTexts: RowTexts = {
  activity: "",
  owner: "",
  deadline: "",
  villages: "",
  problem: "",
  cause: "",
  support: "",
  indicator: "",
  baseline: "",
  target: "",
  unit: "",
  fundingSource: "",
  priority: "MEDIUM",
  problemId: "",
};

export function isBlank({ texts }: Pick<TypedRow, "texts">): boolean {
  return Object.entries(texts).every(([field, text]) => field === "priority" || text.trim() === "");
}

type Known = { meetingDay: string; villages: readonly VillageChoice[] };

export function readTypedRow(row: TypedRow, known: Known): { sent: SentRow } | { faults: RowFaults } {
  const { texts, ownerValue, id, version } = row;
  const day = readTypedDay(texts.deadline, known.meetingDay);
  const villages = readTypedVillages(texts.villages, known.villages);
  const faults: RowFaults = {
    ...(texts.activity.trim() === "" && { activity: "Isi kegiatan" }),
    ...(ownerValue === "" && texts.owner.trim() === "" && { owner: "Isi penanggung jawab" }),
    ...(day.reason !== undefined && { deadline: day.reason }),
    ...(villages.reason !== undefined && { villages: villages.reason }),
  };
  if (day.reason !== undefined || villages.reason !== undefined || Object.keys(faults).length > 0) return { faults };
  return {
    sent: {
      ...texts,
      id,
      version,
      owner: ownerValue,
      responsibleInstitution: ownerValue === "" ? texts.owner : "",
      deadline: day.day,
      villages: villages.codes,
    },
  };
}

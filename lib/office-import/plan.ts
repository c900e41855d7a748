import { createHash } from "node:crypto";
import type { Actor } from "@/lib/actor";
import type { AreaWords } from "@/lib/area-words/words";
import type { Db } from "@/lib/db";
import { type Choices, ticked } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";
import { type District, readDistricts } from "@/lib/office-import/areas";
import { judge, type Wanted } from "@/lib/office-import/judge";
import { type Draft, groupsOf } from "@/lib/office-import/rows";
import { type KnownOffice, readOffices, readTaken } from "@/lib/office-import/standing";
import { canonicalEmail } from "@/lib/users/rules";

export type Owner = { id: string; name: string };
export type PlannedOffice = Wanted & {
  add: string[];
  remove: string[];
  moved: { code: string; from: Owner }[];
  /** Desa of another puskesmas that stay there alone. */
  skipped: { code: string; from: Owner }[];
};

export type LeftOut = { row: number; label: string; reasons: string[] };

export type OfficePlan = {
  ready: PlannedOffice[];
  refused: LeftOut[];
  unchanged: number;
  questions: PreviewChoice[];
  nameless: number;
  villageNames: ReadonlyMap<string, string>;
  words: AreaWords;
  fingerprint: string;
};

export const overlapKey = "bentrok";
export const releaseKey = "lepas";

export async function planOffices(tx: Db, actor: Actor, draft: Draft, choices: Choices): Promise<OfficePlan> {
  const groups = groupsOf(draft);
  const cells = draft.rows.map((row) => row.cells);
  const [districts, known, taken] = [
    await readDistricts(tx, actor.organisation.areaCode),
    await readOffices(tx, actor),
    await readTaken(
      tx,
      cells.flatMap(({ code }) => (code ? [code.toUpperCase().replace(/\s/g, "")] : [])),
      cells.flatMap(({ adminEmail }) => (adminEmail ? [canonicalEmail(adminEmail)] : [])),
    ),
  ];
  const around = { office: actor.organisation, districts, known, taken, choices };
  const refused: LeftOut[] = [];
  const questions: PreviewChoice[] = [];
  const wanted: Wanted[] = [];
  for (const group of groups) {
    const judged = judge(group, around);
    const twice = "wanted" in judged ? sameAs(judged.wanted, wanted) : null;
    if ("wanted" in judged && twice === null) wanted.push(judged.wanted);
    else
      refused.push({ row: group.row, label: group.name, reasons: "wanted" in judged ? [twice ?? ""] : judged.reasons });
    if ("question" in judged && judged.question) questions.push(judged.question);
  }
  const owners = ownersOf(known);
  const planned = wanted.flatMap((one) => {
    const clash = clashOf(one, wanted, districts);
    if (clash === null) return [withAreas(one, owners, choices)];
    refused.push({ row: one.row, label: one.name, reasons: [clash] });
    return [];
  });
  const ready = planned.filter((one) => isChange(one));
  const plan = {
    ready,
    refused: refused.sort((one, other) => one.row - other.row),
    unchanged: planned.length - ready.length,
    questions: [...questions, ...areaQuestions(planned, choices)],
    nameless: draft.nameless,
    words: actor.organisation.areaWords,
    villageNames: new Map(districts.flatMap(({ villages }) => villages.map(({ code, name }) => [code, name] as const))),
  };
  return { ...plan, fingerprint: fingerprintOf(plan) };
}

function sameAs(one: Wanted, before: readonly Wanted[]): string | null {
  const other = before.find(
    (earlier) =>
      (one.known !== null && earlier.known?.id === one.known.id) ||
      (one.code !== "" && earlier.code === one.code) ||
      (one.admin !== null && earlier.admin?.email === one.admin.email),
  );
  if (!other) return null;
  if (one.known !== null && other.known?.id === one.known.id)
    return `Baris ${other.row} sudah mengubah ${one.known.name}: sisakan satu`;
  return other.code === one.code && one.code !== ""
    ? `Kode registrasi ${one.code} juga ada di baris ${other.row}: sisakan satu`
    : `Email admin ini juga ada di baris ${other.row}: satu alamat untuk satu orang`;
}

/** A desa that the file gives to two puskesmas without saying that both serve it: the later is refused. */
function clashOf(one: Wanted, all: readonly Wanted[], districts: readonly District[]): string | null {
  for (const other of all) {
    if (other === one) return null;
    for (const [code, isShared] of one.villages) {
      if (isShared || other.villages.get(code) !== false) continue;
      const name = districts.flatMap(({ villages }) => villages).find((village) => village.code === code)?.name ?? code;
      return `Desa ${name} juga ada di baris ${other.row} (${other.name}): sisakan satu, atau tulis “ya” di kolom Dilayani bersama`;
    }
  }
  return null;
}

function ownersOf(known: readonly KnownOffice[]): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>();
  for (const { id, name, villages } of known)
    for (const code of villages) owners.set(code, [...(owners.get(code) ?? []), { id, name }]);
  return owners;
}

function withAreas(one: Wanted, owners: ReadonlyMap<string, Owner[]>, choices: Choices): PlannedOffice {
  const before = new Set(one.known?.villages);
  const planned: PlannedOffice = { ...one, add: [], remove: [], moved: [], skipped: [] };
  for (const [code, isShared] of one.villages) {
    if (before.has(code)) continue;
    const [from] = owners.get(code) ?? [];
    if (from && !isShared && choices[overlapKey] === "pindah") planned.moved.push({ code, from });
    if (from && !isShared && !["pindah", "bersama"].includes(choices[overlapKey] ?? ""))
      planned.skipped.push({ code, from });
    else planned.add.push(code);
  }
  if (one.villages.size > 0 && choices[releaseKey] === ticked)
    planned.remove = [...before].filter((code) => !one.villages.has(code));
  return planned;
}

export function isChange({ known, name, code, areaCode, address, add, remove, admin, place }: PlannedOffice): boolean {
  if (!known || add.length > 0 || remove.length > 0 || admin) return true;
  return (
    known.name !== name ||
    (code !== "" && known.registrationCode !== code) ||
    (place !== "" && known.areaCode !== areaCode) ||
    (address !== "" && known.address !== address)
  );
}

function areaQuestions(planned: readonly PlannedOffice[], choices: Choices): PreviewChoice[] {
  const questions: PreviewChoice[] = [];
  const taken = planned.reduce((sum, { skipped, moved }) => sum + skipped.length + moved.length, 0);
  if (taken > 0 || choices[overlapKey])
    questions.push({
      key: overlapKey,
      label: `${taken || "Beberapa"} desa di berkas sudah masuk wilayah kerja puskesmas lain`,
      value: choices[overlapKey] ?? "lewati",
      answers: [
        { value: "lewati", label: "Biarkan di puskesmas yang sekarang" },
        { value: "pindah", label: "Pindahkan ke puskesmas di berkas" },
        { value: "bersama", label: "Dilayani bersama oleh keduanya" },
      ],
    });
  const unnamed = planned.filter(({ known, villages }) =>
    known?.villages.some((code) => villages.size > 0 && !villages.has(code)),
  );
  if (unnamed.length > 0)
    questions.push({
      key: releaseKey,
      label: `Lepaskan desa yang tidak disebut berkas dari wilayah kerja ${unnamed.length === 1 ? unnamed[0]?.name : `${unnamed.length} puskesmas`}`,
      hint: "Tanpa centang, desa itu tetap.",
      value: choices[releaseKey] ?? "",
    });
  return questions;
}

function fingerprintOf({ ready, refused }: Pick<OfficePlan, "ready" | "refused">): string {
  const hash = createHash("sha256");
  for (const { villages, ...office } of ready) hash.update(JSON.stringify(office));
  hash.update(JSON.stringify(refused.map(({ row, reasons }) => [row, reasons])));
  return hash.digest("base64url");
}

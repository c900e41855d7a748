import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, type NewEvent, recordEvent } from "@/lib/events/record";
import { listTypesOf } from "@/lib/meeting-types/reads";
import { canWriteTypes, keyOfName, type MeetingTypeView } from "@/lib/meeting-types/rules";
import type { MeetingTypeInput } from "@/lib/meeting-types/schema";
import { transact } from "@/lib/transact";

const mostTypes = 60;

/** Adds a type of the puskesmas's own; the same name twice is refused, so a form sent twice makes one. */
export async function addMeetingType(actor: Actor, input: MeetingTypeInput): Promise<Outcome<{ key: string }>> {
  return change(actor, "add a type of meeting", async (tx, types) => {
    if (hasName(types, input.name)) return refuse(`Jenis “${input.name}” sudah ada`, "name");
    if (types.length >= mostTypes) return refuse(`Paling banyak ${mostTypes} jenis; sembunyikan atau ubah yang ada`);
    const key = keyOfName(
      input.name,
      types.map((type) => type.key),
    );
    const position = Math.max(...types.map((type) => type.position)) + 1;
    await tx.meetingType.create({ data: { ...input, organisationId: actor.organisation.id, key, position } });
    await record(tx, actor, { action: "meeting-type.added", data: { name: input.name } });
    return { ok: true, key };
  });
}

export async function editMeetingType(actor: Actor, key: string, input: MeetingTypeInput): Promise<Outcome> {
  return change(actor, `edit the type ${key}`, async (tx, types) => {
    const before = types.find((type) => type.key === key);
    if (!before) return gone;
    const others = types.filter((type) => type.key !== key);
    if (hasName(others, input.name)) return refuse(`Jenis “${input.name}” sudah ada`, "name");
    const values = { ...input, kind: before.kind, isFirst: before.isDefault ? before.isFirst : input.isFirst };
    if (sameWords(before, values)) return { ok: true };
    await saveOwn(tx, actor, { ...before, ...values });
    await record(tx, actor, {
      action: "meeting-type.edited",
      data: { before: wordsOf(before), after: wordsOf(values) },
    });
    return { ok: true };
  });
}

export async function hideMeetingType(actor: Actor, key: string, isHidden: boolean): Promise<Outcome> {
  return change(actor, `hide the type ${key}`, async (tx, types) => {
    const type = types.find((candidate) => candidate.key === key);
    if (!type) return gone;
    if (type.isHidden === isHidden) return { ok: true };
    await saveOwn(tx, actor, { ...type, isHidden });
    await record(tx, actor, {
      action: isHidden ? "meeting-type.hidden" : "meeting-type.shown",
      data: { name: type.name },
    });
    return { ok: true };
  });
}

export async function restoreMeetingType(actor: Actor, key: string): Promise<Outcome> {
  return change(actor, `restore the type ${key}`, async (tx, types) => {
    const type = types.find((candidate) => candidate.key === key);
    if (!type?.isDefault) return gone;
    const organisationId = actor.organisation.id;
    const { count } = await tx.meetingType.deleteMany({ where: { organisationId, key } });
    if (count > 0) await record(tx, actor, { action: "meeting-type.reset", data: { name: type.name } });
    return { ok: true };
  });
}

const gone = refuse("Jenis ini tidak ada lagi. Muat ulang halaman ini.");

async function change<T extends object>(
  actor: Actor,
  what: string,
  run: (tx: Db, types: MeetingTypeView[]) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!canWriteTypes(actor)) throw new NotAllowed(actor, what);
  return transact<Outcome<T>>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${actor.organisation.id}::uuid FOR NO KEY UPDATE`;
    return run(tx, await listTypesOf(tx, actor));
  });
}

async function saveOwn(tx: Db, actor: Actor, type: MeetingTypeView): Promise<void> {
  const { key, kind, name, isFirst, position, isHidden } = type;
  const values = { kind, name, isFirst, position, isHidden, inputs: [...type.inputs], outputs: [...type.outputs] };
  const organisationId = actor.organisation.id;
  await tx.meetingType.upsert({
    where: { organisationId_key: { organisationId, key } },
    create: { organisationId, key, ...values },
    update: values,
  });
}

function hasName(types: readonly MeetingTypeView[], name: string): boolean {
  return types.some((type) => type.name.toLowerCase() === name.toLowerCase());
}

type Words = Pick<MeetingTypeView, "name" | "isFirst" | "inputs" | "outputs">;

function sameWords(one: Words, other: Words): boolean {
  return one.isFirst === other.isFirst && JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));
}

function wordsOf({ name, inputs, outputs }: Words) {
  return { name, inputs: [...inputs], outputs: [...outputs] };
}

type TypeEvent = Extract<NewEvent, { action: `meeting-type.${string}` }>;
type Untold<E> = E extends TypeEvent ? Pick<E, "action" | "data"> : never;

function record(tx: Db, actor: Actor, event: Untold<TypeEvent>) {
  const organisationId = actor.organisation.id;
  return recordEvent(tx, by(actor), { ...event, subjectId: organisationId, organisationId });
}

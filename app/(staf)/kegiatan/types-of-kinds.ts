import { kindOrder, type MeetingTypeView, offeredTypes } from "@/lib/meeting-types/rules";
import type { MeetingKind } from "@/prisma/generated/enums";
import type { TypesOfKinds } from "./type-fields";

type Kept = { kind: MeetingKind; typeKey: string | null; typeName: string | null };

/** What the form offers of each kind; the type a meeting has stays among them though it was hidden since. */
export function typesOfKinds(types: readonly MeetingTypeView[], kept?: Kept): TypesOfKinds {
  const optionsOf = (kind: MeetingKind) => {
    const options = offeredTypes(types, kind).map((type) => ({ value: type.key, label: type.name }));
    const isMissing = kept?.kind === kind && kept.typeKey && !options.some((option) => option.value === kept.typeKey);
    return isMissing && kept.typeKey
      ? [...options, { value: kept.typeKey, label: kept.typeName ?? kept.typeKey }]
      : options;
  };
  return Object.fromEntries(kindOrder.map((kind) => [kind, optionsOf(kind)]));
}

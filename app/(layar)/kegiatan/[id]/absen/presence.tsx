import { useLocalWords } from "@/components/local-words";
import type { RollPerson } from "@/lib/attendance/roll";
import { isPresent } from "@/lib/attendance/rules";
import type { ShownRow } from "./overlay";

/** Which sector and which desa is here, and which is missing. */
export function Presence({ people, rows }: { people: readonly RollPerson[]; rows: ReadonlyMap<string, ShownRow> }) {
  const say = useLocalWords();
  if (people.length === 0) return null;
  const isHere = (person: RollPerson) => {
    const row = rows.get(person.invitationId);
    return row !== undefined && isPresent(row.status);
  };
  const sectors = [...new Set(people.map((person) => person.sector))];
  const villages = [...new Set(people.flatMap((person) => person.village ?? []))];
  const missing = villages.filter((village) => !people.some((person) => person.village === village && isHere(person)));
  return (
    <details className="border-b border-line">
      <summary className="min-h-11 content-center font-semibold">
        {say("Per sektor dan desa")}
        {villages.length > 0 && (
          <span className="font-normal text-muted">
            {" "}
            · {missing.length} {say("desa belum hadir")}
          </span>
        )}
      </summary>
      <ul className="pb-2">
        {sectors.map((sector) => {
          const members = people.filter((person) => person.sector === sector);
          return (
            <li key={sector} className="flex justify-between gap-3">
              <span>{sector}</span>
              <b>
                {members.filter(isHere).length} dari {members.length}
              </b>
            </li>
          );
        })}
      </ul>
      {missing.length > 0 && (
        <p className="pb-3">
          {say("Desa yang belum hadir")}: {missing.join(", ")}
        </p>
      )}
    </details>
  );
}

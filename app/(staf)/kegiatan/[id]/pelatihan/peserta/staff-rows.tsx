"use client";

import { useFieldState, useTypedList } from "@/components/form/form-context";
import { TickField } from "@/components/form/tick-field";
import { professionNames } from "@/lib/staff/professions";
import type { StaffChoice } from "@/lib/trainings/participant-reads";
import { ClashList } from "../clash-list";

/** A box for each, and one for all who are shown. */
export function StaffRows({ staff }: { staff: readonly StaffChoice[] }) {
  const ticked = useTypedList("staffIds[]", []);
  const { id, error } = useFieldState("staffIds", null);
  return (
    <fieldset>
      <legend className="sr-only">Pegawai</legend>
      {error && <p className="mb-1 font-semibold text-late">{error}</p>}
      {staff.map((one) => (
        <input key={one.id} type="hidden" name="shown[]" value={one.id} />
      ))}
      <TickField name="all" label={`Semua ${staff.length} orang yang tampak di bawah ini`} initial={false} />
      <ul id={id} className="border-t border-line">
        {staff.map(({ id: staffId, name, profession, organisation, clashes }) => (
          <li key={staffId} className="border-b border-line">
            <label className="flex min-h-12 items-center gap-3 py-1">
              <input
                type="checkbox"
                name="staffIds[]"
                value={staffId}
                defaultChecked={ticked.includes(staffId)}
                className="size-5 shrink-0 accent-accent"
              />
              <span>
                <b>{name}</b>
                <span className="text-muted">
                  {" "}
                  · {professionNames[profession]} · {organisation?.name}
                </span>
                <ClashList clashes={clashes} />
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

"use client";

import { useState } from "react";
import { arrivalAt, type MeetingHours } from "@/lib/attendance/arrival";
import type { RollPerson } from "@/lib/attendance/roll";
import { attendanceNames } from "@/lib/attendance/rules";
import { clockOf } from "@/lib/time";
import type { AttendanceStatus } from "@/prisma/generated/enums";
import type { ShownRow } from "./overlay";
import type { NewOperation } from "./queue";
import { Sheet, SheetField } from "./sheet";
import { SignatureField } from "./signature-field";

type Props = {
  person: RollPerson;
  row: ShownRow | null;
  seen: number | null;
  meeting: MeetingHours & { timeZone: string };
  make: (operation: NewOperation) => void;
  /** Told where nothing was marked before, which can be taken back. */
  onMarked: (words: string) => void;
  onClose: () => void;
};

const away = ["EXCUSED", "SICK", "OFFICIAL_TRAVEL", "UNEXCUSED"] as const;

/** Everything but the plain "hadir": delegate, hour of arrival, reasons, signature, taking back. */
export function PersonSheet({ person, row, seen, meeting, make, onMarked, onClose }: Props) {
  const represented = row?.status === "REPRESENTED" ? row : null;
  const [name, setName] = useState(represented?.name ?? person.announced?.name ?? "");
  const [title, setTitle] = useState(represented?.title ?? person.announced?.title ?? "");
  const [institution, setInstitution] = useState(
    represented?.institution ?? person.announced?.institution ?? person.institution,
  );
  const [clock, setClock] = useState(() => clockShown(row, meeting));
  const [isClockTyped, setClockTyped] = useState(false);
  const [note, setNote] = useState(row?.note ?? "");
  const [isAsked, setAsked] = useState(false);
  const id = person.invitationId;

  const mark = (status: AttendanceStatus) => {
    if (status === "REPRESENTED" && !(name.trim() && title.trim())) return setAsked(true);
    const delegate =
      status === "REPRESENTED"
        ? {
            delegateName: name.trim(),
            delegateTitle: title.trim(),
            delegateInstitution: institution.trim() || person.institution,
          }
        : { delegateName: "", delegateTitle: "", delegateInstitution: "" };
    make({
      kind: "mark",
      seen,
      invitationId: id,
      status,
      ...delegate,
      note: note.trim(),
      ...arrivalOf(row, clock, isClockTyped),
    });
    if (!row) onMarked(attendanceNames[status].toLowerCase());
    onClose();
  };

  const typeClock = (typed: string) => {
    setClock(typed);
    setClockTyped(true);
  };

  return (
    <Sheet title={person.seat} onClose={onClose}>
      <p className="mb-3 text-muted">{[person.holder, person.institution].filter(Boolean).join(" · ")}</p>
      <div className="flex flex-col gap-4">
        <section className="flex flex-col gap-2" aria-label="Diwakili">
          <SheetField
            label="Nama wakil"
            value={name}
            onChange={setName}
            error={isAsked && !name.trim() ? "Isi nama wakil" : undefined}
          />
          <SheetField
            label="Jabatan wakil"
            value={title}
            onChange={setTitle}
            error={isAsked && !title.trim() ? "Isi jabatan wakil" : undefined}
          />
          <SheetField label="Instansi wakil" value={institution} onChange={setInstitution} />
          <button type="button" className="button button-main" onClick={() => mark("REPRESENTED")}>
            Tandai diwakili
          </button>
        </section>
        <section className="flex flex-col gap-2 border-t border-line pt-3" aria-label="Hadir atau berhalangan">
          <SheetField label="Jam datang" type="time" value={clock} onChange={typeClock} />
          <SheetField label="Keterangan" value={note} onChange={setNote} />
          <div className="grid grid-cols-2 gap-2">
            <button type="button" className="button col-span-2" onClick={() => mark("PRESENT")}>
              Hadir pada jam ini
            </button>
            {away.map((status) => (
              <button key={status} type="button" className="button" onClick={() => mark(status)}>
                {attendanceNames[status]}
              </button>
            ))}
          </div>
        </section>
        {row && (row.status === "PRESENT" || row.status === "REPRESENTED") && (
          <SignatureField
            isSigned={row.isSigned}
            onSigned={(png) => {
              make({ kind: "sign", attendanceId: id, png });
              onClose();
            }}
          />
        )}
        {row && (
          <button
            type="button"
            className="button button-danger"
            onClick={() => {
              make({ kind: "unmark", seen, attendanceId: id });
              onClose();
            }}
          >
            Hapus catatan ini
          </button>
        )}
      </div>
    </Sheet>
  );
}

/** What is known; else now, while people come; else nothing. */
function clockShown(row: ShownRow | null, meeting: Props["meeting"]): string {
  const isThere = row?.status === "PRESENT" || row?.status === "REPRESENTED";
  const at = isThere ? row.arrivedAt && new Date(row.arrivedAt) : arrivalAt(meeting, new Date());
  return at ? clockOf(at, meeting.timeZone) : "";
}

/** An hour that nobody typed is the device's, which the server corrects; one from the server goes back as it came. */
function arrivalOf(row: ShownRow | null, clock: string, isTyped: boolean) {
  if (isTyped || (clock && row?.arrivedAt && !row.isUnsent))
    return clock ? { arrivedAt: null, arrivedClock: clock } : { arrivedAt: null };
  return { arrivedAt: row?.arrivedAt ?? new Date().toISOString() };
}

import { sectorNames, sectors } from "@/lib/directory/rules";
import type { Block, Cell } from "@/lib/papers/model";
import { numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { type Attendee, post, presentName, seatWords } from "@/lib/papers/parts/people";

const count = (number: number): Cell => ({ text: `${number}`, value: number, align: "center" });

type Row = { name: string; invited: number; present: number; represented: number; absent: number };

function rowOf(name: string, people: readonly Attendee[]): Row {
  const came = people.filter(({ isPresent }) => isPresent);
  return {
    name,
    invited: people.filter(({ sector }) => sector !== null).length,
    present: came.filter(({ delegate }) => !delegate).length,
    represented: came.filter(({ delegate }) => delegate).length,
    absent: people.length - came.length,
  };
}

export function turnoutTable(attendees: readonly Attendee[]): Block {
  const rows = sectors.flatMap((sector) => {
    const own = attendees.filter((attendee) => attendee.sector === sector);
    return own.length > 0 ? [rowOf(sectorNames[sector], own)] : [];
  });
  const guests = attendees.filter(({ sector }) => sector === null);
  const all = [...rows, ...(guests.length > 0 ? [rowOf("Tamu", guests)] : []), rowOf("Jumlah", attendees)];
  return {
    type: "table",
    caption: "Kehadiran menurut sektor",
    columns: [
      { head: "Sektor", width: 40 },
      { head: "Diundang", width: 15, type: "number", align: "center" },
      { head: "Hadir", width: 15, type: "number", align: "center" },
      { head: "Diwakili", width: 15, type: "number", align: "center" },
      { head: "Tidak Hadir", width: 15, type: "number", align: "center" },
    ],
    rows: all.map((row) => [
      row.name,
      count(row.invited),
      count(row.present),
      count(row.represented),
      count(row.absent),
    ]),
  };
}

export function participantTable(attendees: readonly Attendee[]): Block {
  const present = attendees.filter(({ isPresent }) => isPresent);
  return {
    type: "table",
    caption: "Peserta yang hadir",
    columns: [
      numberColumn,
      { head: "Nama", width: 33 },
      { head: "Jabatan", width: 37 },
      { head: "Instansi", width: 25 },
    ],
    rows: present.map((attendee, index) => [
      numberCell(index + 1),
      presentName(attendee),
      attendee.delegate ? seatWords(attendee) : attendee.principal.title,
      attendee.principal.institution,
    ]),
  };
}

export function participantFields(attendees: readonly Attendee[]): Record<string, string>[] {
  return attendees
    .filter(({ isPresent }) => isPresent)
    .map((attendee, index) => ({
      no: `${index + 1}`,
      nama: presentName(attendee),
      jabatan: attendee.delegate ? seatWords(attendee) : post(attendee.principal),
      instansi: attendee.principal.institution,
    }));
}

import { roleNames } from "@/lib/users/rules";
import type { DemoMeeting } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { invitationOf } from "./guests";
import type { DemoSeat, Staff, Village } from "./offices";
import type { DemoPhoto } from "./photos";

/** What every case is played on. */
export type Stage = {
  rows: Rows;
  now: Date;
  passwordHash: string;
  photos: readonly DemoPhoto[];
  /** Desa and kelurahan of a kecamatan, in the order of their codes. */
  villagesOf: (districtCode: string) => Village[];
};

export type DemoFile = {
  accounts: {
    role: string /** Not in files of older versions. */;
    roleName?: string;
    email: string;
    name: string;
    organisation: string;
  }[];
  links: { path: string; invitee: string; meeting: string }[];
};

/** What of a case is shown to people trying the demo. */
export type Shown = { accounts: Staff[]; links: DemoFile["links"] };

export function link(demo: DemoMeeting, seat: DemoSeat, state: string): DemoFile["links"][number] {
  const { row, token } = invitationOf(demo, seat);
  return {
    path: `/u/${token}`,
    invitee: `${row.title}, ${state}`,
    meeting: `${demo.meeting.title}, ${demo.by.office.name}`,
  };
}

export function account({ user, office }: Staff): DemoFile["accounts"][number] {
  return {
    role: user.role,
    roleName: roleNames[user.role],
    email: user.email,
    name: user.name,
    organisation: office.name,
  };
}

/** The desa of the given names; a name that is none stops the filling. */
export function named(villages: readonly Village[], ...names: string[]): Village[] {
  return names.map((name) => {
    const village = villages.find((candidate) => candidate.name === name);
    if (!village) throw new Error(`No desa ${name} among ${villages.map((known) => known.name).join(", ")}`);
    return village;
  });
}

/** The seat of a list whose title ends in a desa's name. */
export function seatOf(seats: readonly DemoSeat[], place: string): DemoSeat {
  const seat = seats.find((candidate) => candidate.seat.title.endsWith(` ${place}`));
  if (!seat) throw new Error(`No seat for ${place}`);
  return seat;
}

/** The seat of a list with exactly this title. */
export function titled(seats: readonly DemoSeat[], title: string): DemoSeat {
  const seat = seats.find((candidate) => candidate.seat.title === title);
  if (!seat) throw new Error(`No seat ${title}`);
  return seat;
}

import { encode } from "uqr";
import type { Actor } from "@/lib/actor";
import { showCode } from "@/lib/attendance/check-in";
import { listAttendances } from "@/lib/attendance/reads";
import { isPresent } from "@/lib/attendance/rules";
import { openSessionOf } from "@/lib/session-attendance/current";
import { listSessionRolls } from "@/lib/session-attendance/reads";

export type CodePicture = {
  /** "ABCD-2345", for those without a camera. */
  code: string;
  address: string;
  isOpen: boolean;
  path: string;
  size: number;
  /** Of the session, where one is open. */
  present: number;
  session: string | null;
};

export async function findCodePicture(actor: Actor, meetingId: string): Promise<CodePicture> {
  const { code, isOpen } = await showCode(actor, meetingId, new Date());
  const appUrl = process.env.APP_URL ?? "";
  const { data, size } = encode(`${appUrl}/h/${code}`, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join("");
  const [attendances, sessions] = await Promise.all([
    listAttendances(actor, meetingId),
    listSessionRolls(actor, meetingId),
  ]);
  const session = openSessionOf(sessions, new Date());
  return {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    address: `${appUrl.replace(/^https?:\/\//, "")}/h`,
    isOpen,
    path,
    size,
    session: session?.topic ?? null,
    present:
      session?.counts.present ?? attendances.filter((row) => row.confirmedAt !== null && isPresent(row.status)).length,
  };
}

import { encode } from "uqr";
import type { Actor } from "@/lib/actor";
import { showCode } from "@/lib/attendance/check-in";
import { listAttendances } from "@/lib/attendance/reads";
import { isPresent } from "@/lib/attendance/rules";

export type CodePicture = {
  /** "ABCD-2345", for those without a camera. */
  code: string;
  address: string;
  isOpen: boolean;
  path: string;
  size: number;
  present: number;
};

export async function findCodePicture(actor: Actor, meetingId: string): Promise<CodePicture> {
  const { code, isOpen } = await showCode(actor, meetingId, new Date());
  const appUrl = process.env.APP_URL ?? "";
  const { data, size } = encode(`${appUrl}/h/${code}`, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join("");
  const attendances = await listAttendances(actor, meetingId);
  return {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    address: `${appUrl.replace(/^https?:\/\//, "")}/h`,
    isOpen,
    path,
    size,
    present: attendances.filter((row) => row.confirmedAt !== null && isPresent(row.status)).length,
  };
}

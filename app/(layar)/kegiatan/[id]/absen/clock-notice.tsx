import { differenceWords } from "@/lib/attendance/arrival";

/** Said once the server has compared the clocks; the hours it keeps are right. */
export function ClockNotice({ difference }: { difference: number }) {
  if (difference === 0) return null;
  const side = difference > 0 ? "terlambat" : "terlalu cepat";
  return (
    <p role="status" className="mt-1 rounded border-l-4 border-soon bg-soon-soft px-3 py-2 text-sm">
      Jam perangkat ini {side} {differenceWords(difference)}. Jam datang sudah diperbaiki menurut jam server; perbaiki
      juga jam perangkat ini.
    </p>
  );
}

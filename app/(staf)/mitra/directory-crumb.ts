import { type Actor, isPuskesmas } from "@/lib/actor";

/** A Dinkes has no directory: its one seat is reached from the settings. */
export function directoryCrumb(actor: Actor) {
  return isPuskesmas(actor)
    ? { href: "/mitra", label: "Mitra" }
    : { href: "/pengaturan/pimpinan", label: "Kepala instansi" };
}

import { type Actor, isDinkes } from "@/lib/actor";

export const geojsonLimit = 5 * 1024 * 1024;
export const tooBigGeojson = "Berkas ini lebih besar dari 5 MB. Sederhanakan dahulu, misalnya di mapshaper.org.";

export function canArrangeMap(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

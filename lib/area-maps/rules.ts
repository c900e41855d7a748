import { type Actor, isDinkes } from "@/lib/actor";

export function canArrangeMap(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

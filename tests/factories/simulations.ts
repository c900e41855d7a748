import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Simulation, SimulationItem } from "@/prisma/generated/client";

type SimulationOptions = { id?: string; meetingId: string; name?: string; items?: { text: string; points: number }[] };

const usualItems = [
  { text: "Memastikan keamanan", points: 1 },
  { text: "Kompresi dada", points: 4 },
];

/** A checklist by which nobody was scored yet. */
export function makeSimulation(options: SimulationOptions): Promise<Simulation & { items: SimulationItem[] }> {
  const { id = randomUUID(), meetingId, name = "Henti jantung", items = usualItems } = options;
  const rows = items.map((item, index) => ({ ...item, id: randomUUID(), position: index + 1 }));
  return db.simulation.create({
    data: { id, meetingId, position: 1, name, items: { create: rows } },
    include: { items: { orderBy: { position: "asc" } } },
  });
}

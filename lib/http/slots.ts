export type Slots = { take: (network: string) => (() => void) | null };

/** @returns take: the way to give the room back, or null where there is none */
export function makeSlots({ total, perNetwork }: { total: number; perNetwork: number }): Slots {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(network) {
      const own = taken.get(network) ?? 0;
      if (all >= total || own >= perNetwork) return null;
      all += 1;
      taken.set(network, own + 1);
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        all -= 1;
        const left = (taken.get(network) ?? 1) - 1;
        if (left > 0) taken.set(network, left);
        else taken.delete(network);
      };
    },
  };
}

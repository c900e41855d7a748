const words = new Intl.DateTimeFormat("id-ID", {
  ...{ day: "numeric", month: "long", year: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
});

/** "29 November 2026 pukul 08.10 WIB", in the zone of this computer. */
export function madeAtWords(madeAt: string): string {
  return words.format(new Date(madeAt));
}

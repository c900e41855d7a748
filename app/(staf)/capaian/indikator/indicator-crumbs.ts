/** Where the pages of one indicator hang. */
export const indicatorCrumbs = [
  { href: "/capaian", label: "Capaian" },
  { href: "/capaian/indikator", label: "Indikator" },
];

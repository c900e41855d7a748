const paths = {
  home: "M3 11.5 12 4l9 7.5M5.5 9.7V20h13V9.7M10 20v-5.5h4V20",
  calendar: "M4 6h16v14H4zM4 10h16M8.5 3.5v4M15.5 3.5v4",
  grid: "M4 4.500h6v6H4zM14 4.500h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  list: "M9 6.5h11M9 12h11M9 17.5h11M4 6.5h.5M4 12h.5M4 17.5h.5",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-4 3-6 6.500-6s6.100 2 6.500 6M16 4.500a3.300 3.300 0 0 1 0 6.300M18 14.400c2 .8 3.200 2.700 3.500 5.600",
  building: "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
  key: "M8 15.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 11.500h9M17.500 11.500v3.500",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.300l3.500 2",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500 20 20",
  more: "M5 12h.5M12 12h.5M19 12h.5",
  check: "m5 12.500 4.500 4.500L19 7.500",
  cross: "m6 6 12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  alert: "M12 4 2.500 20h19ZM12 10v4.500M12 17.300v.2",
  swap: "M4 8h14l-3.500-3.500M20 16H6l3.500 3.500",
  user: "M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20.500c.6-4 3.300-6 7.500-6s6.900 2 7.500 6",
  exit: "M10 4H5v16h5M9 12h11m-4-4 4 4-4 4",
  phone:
    "M6 3.500h3l1.500 4.500-2 1.500c1 2.500 3 4.500 5.500 5.500l1.500-2 4.500 1.500v3c0 1.500-1 2.500-2.500 2.500C10.500 20 4 13.500 3.500 6 3.500 4.500 4.500 3.500 6 3.500Z",
  gear: "M4 7h9M19 7h1M4 12h2M12 12h8M4 17h8M18 17h2M16 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM15 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  chart: "M4 20V4M4 20h16M8.500 16v-4M13 16V8M17.500 16v-6",
  flag: "M6 21V4M6 5h11l-2.500 4L17 13H6",
  bell: "M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21h4",
  letter: "M3.500 6h17v12h-17zM3.500 6.500 12 13l8.500-6.500",
  comment: "M4 5h16v11H10l-4 4v-4H4z",
  up: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  grip: "M5 9h14M5 15h14",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.4-1 .9-1 1.700M12 16.500v.2",
  pin: "M12 21s7-6.300 7-11.500A7 7 0 0 0 5 9.500C5 14.700 12 21 12 21ZM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
} as const;

export type IconName = keyof typeof paths;

/** A line icon in the colour of its text; the words beside it carry the meaning. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`}>
      <path d={paths[name]} />
    </svg>
  );
}

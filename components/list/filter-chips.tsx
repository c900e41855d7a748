export type FilterChip = { href: string; label: string; isHere: boolean; count?: number | undefined; isLate?: boolean };

type Props = {
  label: string;
  chips: readonly FilterChip[];
  /** Whether the list opens again with what was chosen, by openKeptFilter. */
  isKept?: boolean;
};

/** The states of a list, each with how many rows it has; on a phone one line that scrolls. */
export function FilterChips({ label, chips, isKept = true }: Props) {
  return (
    <nav data-in-app data-filter={isKept || undefined} aria-label={label} className="chips">
      <ul>
        {chips.map(({ href, label: words, isHere, count, isLate }) => (
          <li key={words}>
            <a href={href} aria-current={isHere ? "true" : undefined}>
              {words}
              {count !== undefined && (
                <b className={isLate ? "text-late" : undefined}>{count.toLocaleString("id-ID")}</b>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

"use client";

import { useEffect, useRef } from "react";

type Props = { label: string; tabs: readonly { href: string; label: string; isHere: boolean }[] };

/** Rooms beside each other; on a phone the row scrolls to the one that is open. */
export function TabRow({ label, tabs }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const here = tabs.find((tab) => tab.isHere)?.href;
  useEffect(() => {
    if (here)
      list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  return (
    <nav data-in-app aria-label={label} className="tab-row no-print">
      <ul ref={list}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.isHere ? "page" : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

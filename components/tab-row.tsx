"use client";

import Link from "next/link";
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
    <nav aria-label={label} className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul ref={list} className="flex">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.isHere ? "page" : undefined}
              className="flex min-h-11 items-center whitespace-nowrap border-b-3 border-transparent px-2 text-sm text-muted no-underline sm:px-3 sm:text-base hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ReactNode } from "react";

type Props = { href: string; path: string; className: string; children: ReactNode };

/** A place of the navigation, marked when the page is in it. */
export function NavLink({ href, path, className, children }: Props) {
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <a href={href} aria-current={isHere ? "page" : undefined} className={className}>
      {children}
    </a>
  );
}

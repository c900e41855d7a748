import type { ReactNode } from "react";
import { AppLink } from "@/components/app-link";
import { Icon } from "@/components/icon";

export type MenuLink = { href: string; label: string };

/** What is done less often, folded into one button; the frame closes it. Children are what the router does not open. */
export function MoreMenu({ links, children }: { links: readonly (MenuLink | false | null)[]; children?: ReactNode }) {
  return (
    <details data-menu className="more-menu no-print">
      <summary className="button">
        <Icon name="more" />
        <span>Tindakan lain</span>
      </summary>
      <ul>
        {links.map(
          (link) =>
            link && (
              <li key={link.href}>
                <AppLink href={link.href}>{link.label}</AppLink>
              </li>
            ),
        )}
        {children}
      </ul>
    </details>
  );
}

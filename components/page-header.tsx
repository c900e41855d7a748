import type { ReactNode } from "react";
import type { FieldWord } from "@/lib/help/field-words";
import { FieldWords } from "./field-word";

export type Crumb = { href: string; label: string };

/** Where one is, what the page is, and its one main button. */
export function PageHeader({
  title,
  crumbs = [],
  action,
  words = [],
  deskWords = [],
  children,
}: {
  title: string;
  crumbs?: readonly Crumb[];
  action?: ReactNode;
  /** Of the field, that are met here first: each is told by a tap. */
  words?: readonly FieldWord[];
  /** Not on a phone, where the first row of a list comes first. */
  deskWords?: readonly FieldWord[];
  children?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 max-sm:mb-3 max-sm:items-center max-sm:gap-x-2 max-sm:gap-y-1">
      {/* On a phone a short button is beside the title, and what explains the page below both. */}
      <div className="min-w-0 max-sm:contents max-sm:[&>*]:order-3 max-sm:[&>*]:w-full">
        {crumbs.length > 0 && (
          <nav data-in-app aria-label="Jalur" className="no-print mb-1 text-sm text-muted max-sm:order-none!">
            <ol className="flex flex-wrap gap-x-1.5">
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <a href={crumb.href} className="link">
                    {crumb.label}
                  </a>
                  <span aria-hidden="true"> ›</span>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className="min-w-0 max-sm:order-1! max-sm:w-auto! max-sm:flex-1 max-sm:basis-26">{title}</h1>
        {children}
        {words.length > 0 && <FieldWords words={words} />}
        {deskWords.length > 0 && (
          <div className="max-sm:hidden">
            <FieldWords words={deskWords} />
          </div>
        )}
      </div>
      {action && <div className="no-print max-sm:order-2 max-sm:[&_.button]:px-3">{action}</div>}
    </header>
  );
}

import type { ReactNode } from "react";

export type Crumb = { href: string; label: string };

/** Where one is, what the page is, and its one main button. */
export function PageHeader({
  title,
  crumbs = [],
  action,
  children,
}: {
  title: string;
  crumbs?: readonly Crumb[];
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 max-sm:mb-3 max-sm:items-center max-sm:gap-x-2">
      <div className="min-w-0">
        {crumbs.length > 0 && (
          <nav data-in-app aria-label="Jalur" className="no-print mb-1 text-sm text-muted">
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
        <h1>{title}</h1>
        {children}
      </div>
      {action && <div className="no-print max-sm:[&_.button]:px-3">{action}</div>}
    </header>
  );
}

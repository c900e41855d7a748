import type { ComponentProps } from "react";

/**
 * A link to a page of the signed-in area. A plain element: next/link is a client component, which costs the server and
 * the phone more than the row it is in. The frame opens it without loading a page anew.
 */
export function AppLink(props: ComponentProps<"a"> & { href: string }) {
  return <a data-in-app {...props} />;
}

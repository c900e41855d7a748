/** A copy of somebody's data (UU 27/2022): to read, and to hand to another program. */
export function CopyLinks({ href, words }: { href: string; words: string }) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <a href={href} className="button" download>
        {words}
      </a>
      <a href={`${href}?bentuk=json`} className="link inline-flex min-h-11 items-center" download>
        Untuk program lain (JSON)
      </a>
    </p>
  );
}

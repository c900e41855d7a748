import type { Actor } from "@/lib/actor";
import { listLetterheads } from "@/lib/letterheads/reads";
import type { PreparedPaper } from "@/lib/papers/prepare";
import { withOptions } from "./paper-request";

type Props = { actor: Actor; address: string; options: Record<string, string>; prepared: PreparedPaper };
type Choice = { label: string; href: string; isHere: boolean };

/** On which paper and under which letterhead; a letter's letterhead is chosen with its number. */
export async function PaperChoices({ actor, address, options, prepared }: Props) {
  const { definition, opened, settings } = prepared;
  const letterheads = definition.isLetter ? [] : await listLetterheads(actor, opened.organisationId);
  const choose = (name: string, value: string) => withOptions(address, { ...options, [name]: value });
  const sizes = (["A4", "F4"] as const).map((size) => ({
    label: size,
    href: choose("ukuran", size),
    isHere: settings.size === size,
  }));
  const heads = letterheads.map(({ id, name }, index) => ({
    label: name,
    href: choose("kop", id),
    isHere: options.kop ? options.kop === id : index === 0,
  }));
  return (
    <div className="no-print mx-auto mb-4 flex max-w-[60rem] flex-wrap gap-x-8 gap-y-1 text-sm">
      <Choices label="Kertas" choices={sizes} />
      {heads.length > 1 && <Choices label="Kop" choices={heads} />}
    </div>
  );
}

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-4">
      <span className="text-muted">{label}:</span>
      {choices.map(({ label: words, href, isHere }) =>
        isHere ? (
          <span key={href} aria-current="true" className="inline-flex min-h-11 items-center font-semibold">
            {words}
          </span>
        ) : (
          <a key={href} className="link inline-flex min-h-11 items-center" href={href}>
            {words}
          </a>
        ),
      )}
    </nav>
  );
}

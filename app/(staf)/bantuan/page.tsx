import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { type Chapter, chapters } from "@/lib/help/chapters";
import { fieldWords } from "@/lib/help/field-words";
import { type HandbookPicture, picturesOf } from "@/lib/help/pictures";
import { interfaceWords } from "@/lib/interface-words";
import { say } from "@/lib/web/local-words";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Bantuan" };

const words = [...Object.entries(fieldWords).map(([word, means]) => ({ word, means })), ...interfaceWords].toSorted(
  (a, b) => a.word.localeCompare(b.word, "id"),
);

/** The handbook of the reader's office: a puskesmas does not read of the Dinkes's work, nor the other way round. */
export default async function HelpPage() {
  const other = isDinkes(await requireActor()) ? "puskesmas" : "dinkes";
  const shown = chapters.filter(({ reader }) => reader !== other);
  return (
    <>
      <PageHeader title="Bantuan" />
      <nav aria-label="Isi" className="no-print mb-6">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-5 sm:flex sm:flex-wrap">
          {[...shown.map(({ id, title }) => [id, title] as const), ["kata", "Arti kata"] as const].map(
            ([id, title]) => (
              <li key={id}>
                <a href={`#${id}`} className="link inline-flex min-h-11 items-center">
                  {title}
                </a>
              </li>
            ),
          )}
        </ul>
      </nav>
      <div className="flex max-w-3xl flex-col gap-9">
        {shown.map((chapter) => (
          <ChapterText key={chapter.id} chapter={chapter} />
        ))}
        <section aria-labelledby="kata">
          <h2 id="kata">Arti kata</h2>
          <dl className="mt-2 border-t border-line">
            {words.map(({ word, means }) => (
              <div key={word} className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[12rem_1fr]">
                <dt className="font-semibold">{word}</dt>
                <dd>{say(means)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

function ChapterText({ chapter: { id, title, lead, steps, hints = [] } }: { chapter: Chapter }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="mt-1">{say(lead)}</p>
      <div className="flex flex-wrap gap-x-4">
        {picturesOf(id).map((picture) => (
          <Picture key={picture.id} picture={picture} />
        ))}
      </div>
      <ol className="mt-3 flex list-decimal flex-col gap-2 pl-6">
        {steps.map(({ text, href, link }) => (
          <li key={text}>
            {say(text)}{" "}
            {href && (
              <AppLink href={href} className="link">
                {link}
              </AppLink>
            )}
          </li>
        ))}
      </ol>
      {hints.length > 0 && (
        <ul className="mt-3 flex list-disc flex-col gap-1 pl-6 text-muted">
          {hints.map((hint) => (
            <li key={hint}>{say(hint)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Its place is kept before it is loaded, and it is loaded when it is about to be seen. */
function Picture({ picture: { id, alt, width, height } }: { picture: HandbookPicture }) {
  return (
    // biome-ignore lint/performance/noImgElement: a small file that is served as it is
    <img
      src={`/bantuan/${id}.webp`}
      alt={say(alt)}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className="mt-3 h-auto max-w-full rounded border border-line"
    />
  );
}

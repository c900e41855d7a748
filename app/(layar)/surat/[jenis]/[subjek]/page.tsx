import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PaperView } from "@/components/papers/paper-view";
import { type PreparedPaper, preparePaper } from "@/lib/papers/prepare";
import { requireActor } from "@/lib/web/session";
import { listWordForms } from "@/lib/word-forms/reads";
import { PaperChoices } from "./paper-choices";
import { numberPlace, optionsOf, type PaperParams, placeOf, subjectOf } from "./paper-request";
import { PaperToolbar } from "./paper-toolbar";
import { SignedCopies } from "./signed-copies";

type Props = PaperParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

// The title and the page ask for the same paper: once for both.
const findPaper = cache(async (slug: string, subjectId: string, query: string): Promise<PreparedPaper | null> => {
  const options = Object.fromEntries(new URLSearchParams(query));
  return preparePaper(await requireActor(), slug, subjectId, options);
});

async function requirePaper({ params, searchParams }: Props) {
  const { jenis, subjek } = await params;
  const options = optionsOf(await searchParams);
  const prepared = await findPaper(jenis, subjectOf(subjek), new URLSearchParams(options).toString());
  return prepared ? { prepared, options } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { prepared } = await requirePaper(props);
  return { title: prepared.paper.title };
}

/** A paper as a page, to read and to print, with the ways to take it away. */
export default async function PaperPage(props: Props) {
  const { prepared, options } = await requirePaper(props);
  const { definition, subjectId, opened, paper, blocked } = prepared;
  const actor = await requireActor();
  const address = `/surat/${definition.slug}/${subjectId}`;
  return (
    <main className="p-3 sm:p-6 print:p-0">
      <PaperToolbar
        address={address}
        back={placeOf(definition, subjectId, opened.meetingId)}
        options={options}
        formats={definition.formats}
        variants={definition.variants ?? []}
        isBlocked={blocked.length > 0}
        forms={await listWordForms(actor, opened.organisationId, definition.kind)}
        numberAddress={numberPlace(actor, prepared)}
      />
      <PaperChoices actor={actor} address={address} options={options} prepared={prepared} />
      {blocked.length > 0 && <Blocked name={definition.name} sentences={blocked} />}
      <div className={blocked.length > 0 ? "no-print" : ""}>
        <PaperView paper={paper} />
      </div>
      <SignedCopies actor={actor} place={{ slug: definition.slug, subjectId }} />
    </main>
  );
}

function Blocked({ name, sentences }: { name: string; sentences: readonly string[] }) {
  return (
    <div className="card mx-auto mb-4 max-w-[60rem]">
      <h2>{name} ini belum dapat dicetak</h2>
      <ul className="mt-2 list-disc pl-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

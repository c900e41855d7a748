import type { PaperFormat } from "@/lib/papers/definition";
import type { ListedPaper } from "@/lib/papers/meeting-papers";

const formatNames: Record<PaperFormat, string> = { pdf: "PDF", docx: "Word", xlsx: "Excel" };

type Props = {
  papers: readonly ListedPaper[];
  /** Where letters get their number, followed by "/<slug>". */
  letters: string;
};

/** Papers with what each still lacks, and the ways to read it and to take it away. */
export function PaperList({ papers, letters }: Props) {
  return (
    <ul className="border-t border-line">
      {papers.map((paper) => (
        <li key={paper.slug} className="flex flex-wrap items-start justify-between gap-x-6 border-b border-line py-2">
          <div className="min-w-0 flex-1 basis-72 py-2">
            <p className="font-semibold">{paper.name}</p>
            {paper.missing.length > 0 && (
              <ul className="list-disc pl-5 text-sm text-muted">
                {paper.missing.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </div>
          <ul className="flex flex-wrap gap-x-5">
            {paper.isNumberedHere && (
              <PaperLink href={`${letters}/${paper.slug}`} label="Nomor surat" of={paper.name} />
            )}
            <PaperLink href={addressOf(paper)} label="Lihat" of={paper.name} />
            {paper.missing.length === 0 &&
              paper.formats.map((format) => (
                <PaperLink
                  key={format}
                  href={`${addressOf(paper)}/${format}`}
                  label={formatNames[format]}
                  of={paper.name}
                />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function addressOf({ slug, subjectId }: ListedPaper): string {
  return `/surat/${slug}/${subjectId}`;
}

function PaperLink({ href, label, of }: { href: string; label: string; of: string }) {
  return (
    <li>
      <a className="link inline-flex min-h-11 items-center" href={href}>
        {label}
        <span className="sr-only">{of}</span>
      </a>
    </li>
  );
}

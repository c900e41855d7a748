import { fundingNames } from "@/lib/plan/rules";
import type { TemplateContent, TemplateItem } from "@/lib/templates/schema";

/** What anyone who takes the template over gets. */
export function TemplatePreview({ content }: { content: TemplateContent }) {
  const { agenda, inputs, outputs, items } = content;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="acara">
        <h2 id="acara" className="mb-2">
          Susunan acara
        </h2>
        {agenda.length === 0 && <p className="text-muted">Tidak ada.</p>}
        <ol className="border-t border-line empty:border-0">
          {agenda.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a template do not move
            <li key={index} className="grid grid-cols-[2rem_1fr_auto] gap-x-2 border-b border-line py-2">
              <span className="text-muted">{index + 1}.</span>
              <span>
                {line.topic}
                {line.presenter && <span className="block text-sm text-muted">{line.presenter}</span>}
              </span>
              <span className="text-sm text-muted">{line.minutes ? `${line.minutes} menit` : ""}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="grid gap-8 sm:grid-cols-2">
        <Points id="masukan" title="Masukan" texts={inputs} />
        <Points id="luaran" title="Luaran" texts={outputs} />
      </div>
      <section aria-labelledby="usulan">
        <h2 id="usulan" className="mb-2">
          Usulan RTL
        </h2>
        {items.length === 0 && <p className="text-muted">Tidak ada.</p>}
        <ol className="border-t border-line empty:border-0">
          {items.map((item) => (
            <li key={`${item.activity}${item.problem}`} className="border-b border-line py-3">
              <p className="font-semibold">{item.activity}</p>
              <p className="text-sm text-muted">{factsOf(item).join(" · ")}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Points({ id, title, texts }: { id: string; title: string; texts: readonly string[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      {texts.length === 0 ? (
        <p className="text-muted">Tidak ada.</p>
      ) : (
        <ul className="list-disc pl-5">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function factsOf(item: TemplateItem): string[] {
  const target = item.target === null ? null : item.target.toLocaleString("id-ID");
  return [
    item.problem && `Masalah: ${item.problem}`,
    [item.responsibleTitle, item.responsibleInstitution].filter(Boolean).join(", "),
    item.support && `didukung ${item.support}`,
    item.indicator && [item.indicator, target, item.unit].filter(Boolean).join(" "),
    item.fundingSource && fundingNames[item.fundingSource],
  ].flatMap((fact) => fact || []);
}

import Link from "next/link";
import type { FoundTemplate } from "@/lib/templates/reads";

/** What the form is filled from, and what of it comes later. */
export function FromTemplate({ template }: { template: FoundTemplate }) {
  const { inputs, outputs, items } = template.content;
  return (
    <p className="mb-6 max-w-3xl rounded border-l-4 border-accent bg-accent-soft px-4 py-3">
      Susunan acara diisi dari templat{" "}
      <Link href={`/templat/${template.id}`} prefetch={false} className="link">
        {template.name}
      </Link>{" "}
      ({template.organisation.name}). {inputs.length + outputs.length} butir masukan dan luaran ikut disimpan;{" "}
      {items.length} usulan RTL ditawarkan selama kegiatan berlangsung.
    </p>
  );
}

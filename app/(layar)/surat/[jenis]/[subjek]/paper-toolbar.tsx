import { PrintButton } from "@/components/print-button";
import { SignOut } from "@/components/shell/sign-out";
import type { PaperFormat, PaperVariant } from "@/lib/papers/definition";
import { withOptions } from "./paper-request";

const formatNames: Record<PaperFormat, string> = { pdf: "PDF", docx: "Word", xlsx: "Excel" };

type Props = {
  address: string;
  back: string;
  options: Record<string, string>;
  formats: readonly PaperFormat[];
  variants: readonly PaperVariant[];
  isBlocked: boolean;
  /** The office's own Word forms of this paper. */
  forms: readonly { isForEOffice: boolean }[];
  /** Where the number of this letter is issued. */
  numberAddress: string | null;
};

/** What can be done with the paper below; nothing of it is printed. */
export function PaperToolbar(props: Props) {
  const { address, back, options, formats, variants, isBlocked, forms, numberAddress } = props;
  const hasOwnForm = forms.some(({ isForEOffice }) => !isForEOffice);
  return (
    <div className="no-print mx-auto mb-4 max-w-[60rem]">
      <div className="flex flex-wrap gap-3">
        {!isBlocked && (
          <>
            <PrintButton />
            {hasOwnForm && (
              <a className="button" href={withOptions(`${address}/formulir`, options)}>
                Word
              </a>
            )}
            {formats.map((format) => (
              <a key={format} className="button" href={withOptions(`${address}/${format}`, options)}>
                {format === "docx" && hasOwnForm ? "Word bentuk bawaan" : formatNames[format]}
              </a>
            ))}
          </>
        )}
        {forms.some(({ isForEOffice }) => isForEOffice) && (
          <a className="button" href={withOptions(`${address}/formulir`, { ...options, untuk: "srikandi" })}>
            Word untuk SRIKANDI
          </a>
        )}
        {numberAddress && (
          <a className="button" href={numberAddress}>
            Nomor surat
          </a>
        )}
        <a className="button" href={back}>
          Kembali
        </a>
        <SignOut className="button" />
      </div>
      {variants.length > 1 && (
        <nav aria-label="Bentuk" className="mt-3">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {variants.map((variant) => (
              <li key={variant.label}>
                <VariantLink address={address} variant={variant} options={options} />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

type LinkProps = { address: string; variant: PaperVariant; options: Record<string, string> };

function VariantLink({ address, variant, options }: LinkProps) {
  const isShown = new URLSearchParams(variant.options).toString() === new URLSearchParams(options).toString();
  return isShown ? (
    <span aria-current="page" className="inline-flex min-h-11 items-center font-semibold">
      {variant.label}
    </span>
  ) : (
    <a className="link inline-flex min-h-11 items-center" href={withOptions(address, variant.options)}>
      {variant.label}
    </a>
  );
}

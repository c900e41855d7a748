import { Icon } from "@/components/icon";
import { groupLink } from "@/lib/messages/group";

type Props = { text: string; letter: string };

/** One message for the group, with the letter as a file: no personal link is in either. */
export function GroupMessage({ text, letter }: Props) {
  return (
    <details className="no-print mb-4">
      <summary className="link inline-flex min-h-11 items-center">Satu pesan untuk grup WhatsApp</summary>
      <p className="max-w-prose text-sm text-muted">
        Tanpa tautan pribadi, sebab siapa pun di grup dapat memakainya. Unduh suratnya, buka WhatsApp, pilih grupnya,
        lalu lampirkan surat itu. Tautan pribadi tetap dikirim satu per satu di bawah ini.
      </p>
      <textarea readOnly rows={9} defaultValue={text} aria-label="Pesan untuk grup" className="input my-2 text-sm" />
      <p className="flex flex-wrap gap-2">
        <a href={groupLink(text)} target="_blank" rel="noreferrer" className="button">
          <Icon name="phone" />
          Buka WhatsApp
        </a>
        <a href={letter} className="button" download>
          <Icon name="letter" />
          Unduh surat (PDF)
        </a>
      </p>
    </details>
  );
}

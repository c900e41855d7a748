import { ScrollBox } from "@/components/scroll-box";

type Parameter = { name: string; description: string | null };

export type GuideEntry = { path: string; summary: string; description: string; parameters: readonly Parameter[] };

/** The API in words, from the same definitions as its document. */
export function ApiGuide({ address, entries }: { address: string; entries: readonly GuideEntry[] }) {
  const example = `curl -H "Authorization: Bearer lokmin-…" "${address}/api/v1/meetings?year=2026&limit=50"`;
  return (
    <section aria-labelledby="cara" className="mt-10">
      <h2 id="cara">Cara memakai API</h2>
      <div className="mt-2 max-w-prose">
        <p>
          Kirim token di header <code>Authorization</code>. Jawabannya JSON: <code>data</code> berisi barisnya,{" "}
          <code>nextCursor</code> dikirim kembali sebagai <code>cursor</code> untuk halaman berikutnya sampai isinya
          null. Paling banyak 300 permintaan per menit untuk setiap token. Kesalahan dijawab sebagai{" "}
          <code>application/problem+json</code> dengan alasan dalam bahasa Indonesia.
        </p>
        <p className="mt-2">
          Untuk mengambil yang baru saja: catat jam sebelum mulai, lalu lain kali kirim jam itu sebagai{" "}
          <code>updatedSince</code>. Dokumen lengkapnya:{" "}
          <a href="/api/v1/openapi.json" className="link">
            openapi.json
          </a>{" "}
          (OpenAPI 3.1).
        </p>
      </div>
      <ScrollBox label="Contoh permintaan" className="my-4 rounded border border-line bg-sunken p-3">
        <code className="text-sm whitespace-pre">{example}</code>
      </ScrollBox>
      <dl className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        {entries.map(({ path, summary, description, parameters }) => (
          <div key={path} className="border-t border-line pt-3">
            <dt>
              <code className="font-semibold">/api/v1/{path}</code>
              <span className="block font-semibold">{summary}</span>
            </dt>
            <dd className="mt-1 text-sm">
              <p>{description}</p>
              <ul className="mt-1 text-muted">
                {parameters.map(({ name, description: words }) => (
                  <li key={name}>
                    <code>{name}</code>
                    {words && `: ${words}`}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Photo = { id: string; name: string; mimeType: string };

/** Evidence that came with a report: small pictures that open whole, other files by name. */
export function ReportPhotos({ photos }: { photos: readonly Photo[] }) {
  if (photos.length === 0) return null;
  return (
    <ul className="my-2 flex flex-wrap gap-2">
      {photos.map(({ id, name, mimeType }) => (
        <li key={id}>
          <a href={`/berkas/${id}`} className="link inline-flex min-h-11 items-center break-all">
            {mimeType.startsWith("image/") ? (
              // biome-ignore lint/performance/noImgElement: the file is asked for with the reader's session, no optimiser in between
              <img
                src={`/berkas/${id}`}
                alt={`Bukti: ${name}`}
                loading="lazy"
                className="h-24 w-32 rounded border border-line object-cover"
              />
            ) : (
              name
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

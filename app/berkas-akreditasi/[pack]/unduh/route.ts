import { findDownload } from "@/lib/evidence-pack/reads";
import { packName } from "@/lib/evidence-pack/rules";
import { bytesWithin, openZip, rangeOf } from "@/lib/evidence-pack/zip";
import { contentDisposition } from "@/lib/http/download";
import { lengthHeader } from "@/lib/http/page-response";
import { noteReading } from "@/lib/privacy/readings";
import { requireActor } from "@/lib/web/session";

type Context = { params: Promise<{ pack: string }> };

/** The ZIP of a pack, put together while it is sent; a download that broke off is asked for by Range. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const pack = await findDownload(actor, (await params).pack);
  if (!pack) return new Response(null, { status: 404 });
  if (pack === "changed") return Response.redirect(new URL("/berkas-akreditasi?berubah", request.url), 303);
  const { id: organisationId, name } = pack.organisation;
  const subject = packName(name, pack.year);
  await noteReading(actor, { kind: "evidence-pack", organisationId, subjectId: pack.id, subject });
  const { size, stream } = await openZip(pack);
  const etag = `"${pack.id}"`;
  const headers = {
    "Content-Type": "application/zip",
    "Content-Disposition": contentDisposition("attachment", packName(pack.organisation.name, pack.year)),
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Accept-Ranges": "bytes",
    ETag: etag,
  };
  // Of another pack, or of one that is no more: from the beginning.
  const isSame = [null, etag].includes(request.headers.get("if-range"));
  const range = rangeOf(isSame ? request.headers.get("range") : null, size);
  if (range === null) {
    stream.destroy();
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${size}` } });
  }
  const sent = range === "whole" ? { first: 0, last: size - 1 } : range;
  return new Response(
    streamOf(bytesWithin(stream, sent), () => stream.destroy()),
    {
      status: range === "whole" ? 200 : 206,
      headers: {
        ...headers,
        [lengthHeader]: String(sent.last - sent.first + 1),
        ...(range !== "whole" && { "Content-Range": `bytes ${sent.first}-${sent.last}/${size}` }),
      },
    },
  );
}

function streamOf(chunks: AsyncGenerator<Uint8Array>, cancel: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      cancel();
      await chunks.return(undefined);
    },
  });
}

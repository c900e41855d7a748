import { Readable } from "node:stream";
/** RFC 6266: a plain name for old browsers, the real one in UTF-8. */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export function spreadsheet(content: Buffer | Readable, name: string, form: "xlsx" | "csv"): Response {
  return attachment(content, `${name}.${form}`, form);
}

/** @param name with its extension */
export function attachment(content: Buffer | Readable, name: string, form: keyof typeof types): Response {
  return new Response(content instanceof Readable ? chunksOf(content) : new Uint8Array(content), {
    headers: {
      "Content-Type": types[form],
      "Content-Disposition": contentDisposition("attachment", name),
      "Cache-Control": "private, no-store",
    },
  });
}

function chunksOf(content: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel() {
      content.destroy();
    },
  });
}

/** RFC 6266: a plain name for old browsers, the real one in UTF-8. */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** A spreadsheet to keep; nothing on the way may. */
export function spreadsheet(bytes: Buffer, name: string, form: keyof typeof types): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": types[form],
      "Content-Disposition": contentDisposition("attachment", `${name}.${form}`),
      "Cache-Control": "private, no-store",
    },
  });
}

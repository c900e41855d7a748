export type UploadBody = { bytes: Buffer; isCut: boolean };

const usualLimit = 13 * 1024 * 1024;
const head = 64 * 1024;
/** Read and thrown away, so that the sender sees our answer instead of a broken connection. */
const mostDrained = 64 * 1024 * 1024;

/** @param limit bytes to keep; what is longer is read to its end and only its beginning is here */
export async function readUploadBody(body: AsyncIterable<Uint8Array>, limit = usualLimit): Promise<UploadBody> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    const wasWithin = length <= limit;
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else if (wasWithin) chunks = [Buffer.concat([...chunks, chunk]).subarray(0, head)];
    if (length > mostDrained) break;
  }
  return { bytes: Buffer.concat(chunks), isCut: length > limit };
}

export function isMultipart(contentType: string): boolean {
  return /^multipart\/form-data\b/i.test(contentType);
}

function boundaryOf(contentType: string): string {
  return /boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? "";
}

export function countParts(contentType: string, bytes: Buffer, most: number): number {
  const mark = Buffer.from(`--${boundaryOf(contentType)}\r\n`);
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && count <= most; at = bytes.indexOf(mark, at + mark.length)) count++;
  return count;
}

export function withoutFile(contentType: string, bytes: Buffer, field: string): Buffer {
  const boundary = boundaryOf(contentType);
  const part = bytes.indexOf(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"`);
  return Buffer.concat([bytes.subarray(0, Math.max(part, 0)), Buffer.from(`--${boundary}--\r\n`)]);
}

import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders } from "node:http";
import { ServerResponse } from "node:http";
import { gzip } from "node:zlib";

type Sent = (error?: Error | null) => void;

export type Failure = { type: string; body: string };

export type PageSending = {
  gzip: boolean;
  /** What is sent instead of a missing or failed answer; null: the answer itself. */
  failure: ((status: number) => Failure | null) | null;
  isUnavailable: () => boolean;
  /** A failure within it travels as a part of a success. */
  isPayload?: boolean;
};

const leastToCompress = 900;

/** How a route that streams tells how long its body is. */
export const lengthHeader = "X-Body-Length";

/**
 * A response that sends a page of Next in one piece: Next writes it in dozens of small parts, each flushed through
 * gzip, the socket and the kernel.
 */
export class PageResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  #sending: PageSending | null = null;
  #parts: Buffer[] = [];

  gather(sending: PageSending): void {
    this.#sending = sending;
  }

  override flushHeaders(): void {
    if (!this.#gathers()) super.flushHeaders();
  }

  override writeHead(
    status: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    if (!this.#sending) {
      this.#stateLength();
      return typeof reasonOrHeaders === "string"
        ? super.writeHead(status, reasonOrHeaders, headers)
        : super.writeHead(status, reasonOrHeaders);
    }
    this.statusCode = status;
    const given = typeof reasonOrHeaders === "string" ? headers : reasonOrHeaders;
    if (given && !Array.isArray(given))
      for (const [name, value] of Object.entries(given)) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: unknown, encoding?: BufferEncoding | Sent, sent?: Sent): boolean {
    const done = typeof encoding === "function" ? encoding : sent;
    if (!this.#gathers()) {
      return typeof encoding === "string" ? super.write(chunk, encoding, sent) : super.write(chunk, done);
    }
    this.#keep(chunk, encoding);
    done?.();
    return true;
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | Sent, sent?: Sent): this {
    if (!this.#sending && (encoding === undefined || typeof encoding === "function") && typeof chunk !== "function")
      return super.end(chunk, encoding);
    const done = [chunk, encoding, sent].find((one): one is Sent => typeof one === "function");
    const last = typeof chunk === "function" ? undefined : chunk;
    if (!this.#sending || !this.#gathers()) {
      return typeof encoding === "string" ? super.end(last, encoding, done) : super.end(last, done);
    }
    if (last !== undefined && last !== null) this.#keep(last, encoding);
    const sending = this.#sending;
    this.#sending = null;
    const hasFailed = this.statusCode >= 500 || (sending.isPayload && this.#tellsOfFailure());
    if (hasFailed) void untold(sending).then(() => this.#finish(sending, done));
    else this.#finish(sending, done);
    return this;
  }

  #finish({ gzip: packs, failure, isUnavailable, isPayload }: PageSending, done: Sent | undefined): this {
    if ((isPayload || this.statusCode >= 500) && isUnavailable()) {
      this.statusCode = 503;
      this.setHeader("Retry-After", "10");
    }
    const instead = failure && isFailure(this.statusCode) ? failure(this.statusCode) : null;
    const whole = instead ? this.#replace(instead) : Buffer.concat(this.#parts);
    this.#parts = [];
    this.appendHeader("Vary", "Accept-Encoding");
    if (!packs || whole.length <= leastToCompress) return this.#send(whole, done);
    // On a thread of its own, so that other pages are made meanwhile.
    gzip(whole, { level: 5 }, (error, packed) => {
      if (!error) this.setHeader("Content-Encoding", "gzip");
      this.#send(error ? whole : packed, done);
    });
    return this;
  }

  /** A row of the payload that holds an error: `1f:E{"digest":"…"}`. */
  #tellsOfFailure(): boolean {
    return this.#parts.some((part) => part.includes(':E{"digest"'));
  }

  #send(body: Buffer, done: Sent | undefined): this {
    this.setHeader("Content-Length", body.length);
    return super.end(body, done);
  }

  /** Next takes the length away from what a route says; told under this name it is sent. */
  #stateLength(): void {
    const length = this.getHeader(lengthHeader);
    if (length === undefined) return;
    this.removeHeader(lengthHeader);
    this.setHeader("Content-Length", length);
  }

  #gathers(): boolean {
    if (!this.#sending) return false;
    const type = String(this.getHeader("content-type") ?? "");
    const isPage = /^text\/(html|x-component)\b/.test(type) || (this.#sending.failure && isFailure(this.statusCode));
    if (!isPage) this.#sending = null;
    return this.#sending !== null;
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string") this.#parts.push(Buffer.from(chunk, encoding === "latin1" ? "latin1" : "utf8"));
    else if (chunk instanceof Uint8Array) this.#parts.push(Buffer.from(chunk));
  }

  #replace({ type, body }: Failure): Buffer {
    for (const name of ["content-encoding", "content-length", "etag"]) this.removeHeader(name);
    this.setHeader("Content-Type", `${type}; charset=utf-8`);
    return Buffer.from(body);
  }
}

const turnsToWait = 50;

/** Next may call its hook for errors shortly after the answer has ended. */
async function untold({ isUnavailable }: PageSending): Promise<void> {
  for (let turn = 0; turn < turnsToWait && !isUnavailable(); turn++)
    await new Promise<void>((resolve) => setImmediate(resolve));
}

const isFailure = (status: number) => status === 404 || status >= 500;

import type { Refusal } from "@/lib/actor";
import { isSameOrigin } from "@/lib/http/plain-http";
import type { ProgressLine } from "@/lib/http/progress-line";
import { log } from "@/lib/log";

type Work = (onProgress: (done: number, total: number) => void) => Promise<{ ok: true; goTo: string } | Refusal>;

export function progressStream(request: Request, work: Work): Response {
  const encoder = new TextEncoder();
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: ProgressLine) => {
        if (isOpen) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const outcome = await work((done, total) => write({ done, total }));
        write(outcome.ok ? { goTo: outcome.goTo } : { reason: outcome.reason });
      } catch (error) {
        const id = request.headers.get("x-request-id") ?? "";
        log.error({ request: id, err: error }, "permintaan gagal");
        write({ reason: `Terjadi gangguan, belum ada yang disimpan. Coba lagi; bila berulang, sebutkan kode ${id}.` });
      }
      if (isOpen) controller.close();
    },
    cancel() {
      isOpen = false;
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/x-ndjson; charset=utf-8", ...live } });
}

export function refusedStream(status: number, reason: string): Response {
  return new Response(`${JSON.stringify({ reason } satisfies ProgressLine)}\n`, {
    status,
    headers: { "Content-Type": "application/x-ndjson; charset=utf-8", ...live },
  });
}

const live = { "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" };

/** Whether a POST to a route handler comes from a page of ours; server actions are asked by Next itself. */
export function comesFromOwnPage({ headers }: Request): boolean {
  return isSameOrigin({
    site: headers.get("sec-fetch-site") ?? "",
    origin: headers.get("origin") ?? "",
    host: headers.get("host") ?? "",
  });
}

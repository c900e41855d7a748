import type { Actor } from "@/lib/actor";
import { plainPage } from "@/lib/http/failure-page";
import { earlyHeaders } from "@/lib/http/headers";
import { makeTurns } from "@/lib/http/turns";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";

const headers = { ...earlyHeaders, "Content-Type": "text/html; charset=utf-8" };

/** Why a paper does not leave the office, and where that is mended. */
export function blockedPaper(sentences: readonly string[], paperAddress: string): Response {
  return new Response(
    plainPage("Surat ini belum dapat dibuat", sentences, { address: paperAddress, words: "Ke suratnya" }),
    { status: 422, headers },
  );
}

const busy =
  "Pembuat berkas sedang sibuk atau berhenti sebentar; tidak ada yang hilang. Tunggu sebentar, lalu coba lagi.";

// Each route is bundled apart from the others: one line of a person for all.
const shared = globalThis as { lokminPaperTurns?: ReturnType<typeof makeTurns> };
shared.lokminPaperTurns ??= makeTurns(8);
const inTurn = shared.lokminPaperTurns;

/** Makes one file of a person at a time, and answers with words where the renderer failed. @throws any other error */
export async function orBusy(
  { userId }: Actor,
  paperAddress: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  const made = await inTurn(userId, answer).catch((error: unknown) => {
    if (error instanceof RendererUnavailable) return null;
    throw error;
  });
  return made ?? busyPage(paperAddress);
}

function busyPage(paperAddress: string): Response {
  const page = plainPage("Berkas belum jadi", [busy], { address: paperAddress, words: "Ke suratnya" });
  return new Response(page, { status: 503, headers: { ...headers, "Retry-After": "10" } });
}

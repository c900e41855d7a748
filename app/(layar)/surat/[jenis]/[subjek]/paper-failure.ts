import { plainPage } from "@/lib/http/failure-page";
import { earlyHeaders } from "@/lib/http/headers";
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

/** Answers with words where the renderer failed. @throws any other error */
export async function orBusy(paperAddress: string, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof RendererUnavailable)) throw error;
    const page = plainPage("Berkas belum jadi", [busy], { address: paperAddress, words: "Ke suratnya" });
    return new Response(page, { status: 503, headers: { ...headers, "Retry-After": "10" } });
  }
}

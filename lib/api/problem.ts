import { z } from "zod";

/** RFC 9457, in words for the one who wrote the program. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), reason: z.string() })).optional(),
});

export type Problem = z.output<typeof problemSchema>;

function problem(status: number, title: string, detail: string): Problem {
  return { type: "about:blank", status, title, detail };
}

export const problems = {
  noToken: problem(
    401,
    "Token tidak dikenali",
    "Kirim header Authorization: Bearer diikuti token dari Akun saya → Token API. Token ini salah, lewat masa berlakunya, dicabut, atau pemiliknya dinonaktifkan.",
  ),
  noSuch: problem(404, "Alamat tidak ada", "Alamat ini tidak ada di API. Daftarnya ada di /api/v1/openapi.json."),
  onlyGet: problem(405, "Hanya membaca", "API ini hanya menjawab GET dan HEAD."),
  tooMany: problem(429, "Terlalu banyak permintaan", "Tunggu satu menit, lalu lanjutkan dari cursor yang terakhir."),
  wrongCursor: problem(
    400,
    "Cursor tidak dikenali",
    "Pakai nextCursor dari jawaban sebelumnya, dengan filter yang sama.",
  ),
  failed: problem(
    500,
    "Gangguan di Lokmin",
    "Coba lagi sebentar lagi. Nomor permintaannya ada di header X-Request-Id.",
  ),
  unavailable: problem(503, "Lokmin sedang sibuk", "Coba lagi beberapa detik lagi."),
} as const;

export function wrongParameters(issues: readonly z.core.$ZodIssue[]): Problem {
  const errors = issues
    .slice(0, 20)
    .flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((parameter) => ({ parameter, reason: "Parameter ini tidak dikenal di alamat ini" }))
        : [{ parameter: issue.path.join("."), reason: reasonOf(issue) }],
    );
  return { ...problem(400, "Parameter perlu diperbaiki", "Lihat errors untuk setiap parameter."), errors };
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `Pilih salah satu: ${issue.values.join(", ")}`;
  if (issue.code === "too_small") return `Paling sedikit ${issue.minimum}`;
  if (issue.code === "too_big") return `Paling banyak ${issue.maximum}`;
  if (issue.code === "invalid_format" && issue.format === "uuid") return "Isi dengan id (UUID)";
  if (issue.code === "invalid_format")
    return "Tulis saat seperti 2026-01-31T00:00:00Z, atau tanggal seperti 2026-01-31";
  return "Nilainya tidak dapat dibaca";
}

import { afterEach, describe, expect, test, vi } from "vitest";
import { answerMetrics } from "@/app/api/metrik/metrics";
import { answerAlive } from "@/app/api/sehat/hidup/alive";
import { pool } from "@/lib/db";
import { clockWords, findProblems } from "@/lib/installation/state";
import { requestBegan, requestEnded } from "@/lib/metrics/registry";
import { defaultRetention } from "@/lib/privacy/kinds";
import { setRetention } from "@/lib/privacy/settings";
import { makeActor } from "@/tests/factories/users";

const token = "token-metrik-untuk-uji-saja";

const ask = (authorization?: string, path = "/api/metrik") =>
  answerMetrics({
    method: "GET",
    path,
    headers: authorization ? { authorization } : {},
    address: "192.0.2.1",
    body: "",
  });

afterEach(() => vi.unstubAllEnvs());

describe("/api/metrik", () => {
  test("is not there without a token, and answers only who sends it", async () => {
    expect((await ask(`Bearer ${token}`)).status).toBe(404);
    vi.stubEnv("LOKMIN_METRICS_TOKEN", token);
    expect((await ask()).status).toBe(401);
    expect((await ask("Bearer lain")).status).toBe(401);
    expect((await ask(`Bearer ${token}`, "/api/metrik/lain")).status).toBe(404);
    expect((await ask(`Bearer ${token}`)).status).toBe(200);
  });

  test("counts requests by route and status, and tells of jobs, backups and connections", async () => {
    vi.stubEnv("LOKMIN_METRICS_TOKEN", token);
    await pool.query(`INSERT INTO "Job" (id, requester, kind, payload, subject, "createdAt", "failedAt") VALUES
      (gen_random_uuid(), 'Uji', 'email.send', '{}', 'x', now() - interval '2 hours', NULL),
      (gen_random_uuid(), 'Uji', 'email.send', '{}', 'y', now() - interval '3 hours', now() - interval '1 hour')`);
    requestBegan();
    requestEnded("/kegiatan/0198c1a2-0000-7000-8000-0000000000aa", "GET", 503, 40);
    const { headers, body } = await ask(`Bearer ${token}`);
    expect(headers["Content-Type"]).toContain("text/plain");
    expect(body).toContain('lokmin_permintaan_total{route="/kegiatan/[id]",method="GET",status="503"} 1');
    expect(body).toContain('lokmin_pekerjaan{state="waiting"} 1');
    expect(body).toContain('lokmin_pekerjaan{state="failed"} 1');
    expect(body).toMatch(/lokmin_pekerjaan_tertua_detik 7[12]\d\d/);
    expect(body).toContain("lokmin_cadangan_umur_detik Nan");
    expect(body).toContain("lokmin_basis_data 1");
    expect(body).toMatch(/lokmin_koneksi\{state="all"\} \d/);
  });

  test("says so where the database does not answer", async () => {
    vi.stubEnv("LOKMIN_METRICS_TOKEN", token);
    const away = vi.spyOn(pool, "query").mockImplementation(() => Promise.reject(new Error("away")));
    const { status, body } = await ask(`Bearer ${token}`);
    away.mockRestore();
    expect(status).toBe(200);
    expect(body).toContain("lokmin_basis_data 0");
  });

  test("says so in time where the database is silent", async () => {
    vi.stubEnv("LOKMIN_METRICS_TOKEN", token);
    const silent = vi.spyOn(pool, "query").mockImplementation(() => new Promise(() => {}));
    vi.useFakeTimers();
    const answer = ask(`Bearer ${token}`);
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    expect((await answer).body).toContain("lokmin_basis_data 0");
    silent.mockRestore();
  });

  test("the process is alive without its database", async () => {
    expect((await answerAlive()).status).toBe(200);
  });
});

describe("the state of an installation in words", () => {
  test("a failed job and one that nobody runs are named, to the topmost office's admin alone", async () => {
    const actor = await makeActor("DINKES_ADMIN");
    expect(await findProblems(actor)).toEqual([]);
    await pool.query(`INSERT INTO "Job" (id, requester, kind, payload, subject, "createdAt", "failedAt") VALUES
      (gen_random_uuid(), 'Uji', 'email.send', '{}', 'x', now() - interval '3 hours', NULL),
      (gen_random_uuid(), 'Uji', 'email.send', '{}', 'y', now() - interval '3 hours', now())`);
    expect(await findProblems(actor)).toEqual([
      expect.stringContaining("1 pekerjaan gagal"),
      expect.stringContaining("sejak 3 jam"),
    ]);
    await expect(findProblems({ ...actor, role: "DINKES_REVIEWER" })).rejects.toThrow();
  });

  test("a clock that went back is told by what was written before", async () => {
    const actor = await makeActor("DINKES_ADMIN");
    await setRetention(actor, { ...defaultRetention(), readingMonths: 12 });
    const yesterday = Date.now() - 86_400_000;
    expect((await findProblems(actor, () => yesterday)).join()).toContain("bertanggal sesudah sekarang");
    expect(await findProblems(actor)).toEqual([]);
  });

  test("a clock that is off is told in minutes or hours", () => {
    expect(clockWords(5 * 60_000)).toContain("5 menit");
    expect(clockWords(86_400_000)).toContain("24 jam");
  });
});

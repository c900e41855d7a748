import { expect, test } from "vitest";
import { startS3 } from "@/tests/factories/s3";
import { dataFolderCopy } from "./folder";
import { endOf, expectSentence, postgresOf, startLokmin } from "./lokmin";

test("moving files is stopped half way, goes on when started again, and brings everything back", async () => {
  const data = dataFolderCopy();
  const command = "move-files";
  expectSentence(await endOf({ data, command }), /S3_URL belum diisi/);

  let sent = 0;
  let held = () => {};
  const isHeld = new Promise<void>((done) => {
    held = done;
  });
  const s3 = await startS3(async ({ method }) => {
    if (method !== "PUT" || ++sent !== 3) return;
    held();
    await new Promise(() => {});
  });
  try {
    const settings = { data, command, env: { S3_URL: s3.url } } as const;
    const cut = await startLokmin(settings);
    await Promise.race([isHeld, cut.ended.then(({ stdout, stderr }) => Promise.reject(new Error(stdout + stderr)))]);
    expect(await cut.stop("SIGTERM")).toMatchObject({ stderr: "", stdout: expect.stringContaining("Belum selesai.") });
    expect(postgresOf(data)).toBe(0);
    expect(await s3.keys()).toHaveLength(2);

    const rest = await endOf(settings);
    expect(rest, rest.stderr).toMatchObject({ code: 0, stderr: "" });
    const [, moved = ""] = /^(\d+) berkas dipindahkan ke penyimpanan S3, 0 tersisa\.$/m.exec(rest.stdout) ?? [];
    expect(Number(moved)).toBeGreaterThan(0);
    const all = Number(moved) + 2;
    expect(await s3.keys()).toHaveLength(all);

    // On its way back each file is compared with its checksum.
    const back = await endOf({ ...settings, args: ["kembali"] });
    expect(back, back.stderr).toMatchObject({ code: 0, stderr: "" });
    expect(back.stdout).toContain(`${all} berkas dipindahkan ke basis data, 0 tersisa.`);
    expect(await s3.keys()).toEqual([]);
  } finally {
    await s3.stop();
  }
});

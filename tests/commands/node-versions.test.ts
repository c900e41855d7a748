import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataFolderCopy } from "./folder";
import { health, startLokmin } from "./lokmin";
import { hasNodeBinaries, nodeBinary } from "./node-binaries";
import { page, signIn } from "./visit";

for (const version of ["22.23.3", "24.21.0"])
  test.skipIf(!hasNodeBinaries)(
    `on Node ${version} it starts, is healthy, an invitee answers, and staff signs in`,
    async () => {
      const data = dataFolderCopy();
      const program = await nodeBinary(version);
      expect(execFileSync(program, ["--version"], { encoding: "utf8" }).trim()).toBe(`v${version}`);
      const server = await startLokmin({ data, program });
      const said = await server.ready();
      expect(said, "what another Node installed and built serves this one").not.toMatch(/Memasang|Membangun/);
      expect(await health(server.url)).toBe(200);
      const { accounts, links, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));

      const { path } = links[0];
      const answer = await fetch(server.url + path, {
        method: "POST",
        headers: { origin: server.url },
        body: new URLSearchParams({ choice: "PRESENT" }),
        redirect: "manual",
      });
      expect(answer.status).toBe(303);
      expect((await page(server.url, path, "")).body).toContain("Jawaban Anda: <b>Hadir</b>");

      const cookie = await signIn(server.url, accounts[0].email, password);
      const start = await page(server.url, "/beranda", cookie);
      expect(start.status).toBe(200);
      expect(start.body).toContain(accounts[0].organisation);
      expect(await server.stop("SIGTERM")).toMatchObject({ code: 0, stderr: "" });
    },
  );

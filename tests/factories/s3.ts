import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";

/** An S3 server on the loopback with one bucket, in a folder of its own; a request waits for `before`. */
export async function startS3(before: (request: IncomingMessage) => Promise<void> = async () => {}) {
  const directory = mkdtempSync(join(tmpdir(), "lokmin-s3-"));
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: "lokmin" }] });
  await s3.configureBuckets();
  const answer = s3.callback();
  const server = createServer((request, response) => void before(request).then(() => answer(request, response)));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/lokmin`,
    async keys(): Promise<string[]> {
      const { objects } = await s3.store.listObjects("lokmin", { prefix: "", maxKeys: 1000 });
      return objects.map(({ key }) => key);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

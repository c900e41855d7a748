// One address in front of several servers, as a reverse proxy of an office has it: each request goes to the next server,
// and to another one where that does not listen.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

export async function startBalancer(ports: readonly number[]) {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0);
    turn += 1;
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => pass(incoming, outgoing, { order, body: Buffer.concat(chunks) }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    url: `http://localhost:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

type Passed = { order: readonly number[]; body: Buffer };

function pass(incoming: IncomingMessage, outgoing: ServerResponse, { order, body }: Passed): void {
  const [port, ...others] = order;
  if (port === undefined) return void outgoing.writeHead(502).end();
  const { method, url: path, headers } = incoming;
  const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, { ...reply.headers, "x-served-by": String(port) });
    reply.pipe(outgoing);
    reply.on("error", () => outgoing.destroy());
  });
  sent.on("error", (error) => {
    // Nothing was sent yet. What broke on the way may have been done: only its sender knows whether to send it again.
    if ("code" in error && error.code === "ECONNREFUSED") return pass(incoming, outgoing, { order: others, body });
    if (!outgoing.headersSent) outgoing.writeHead(502).end();
  });
  outgoing.on("close", () => sent.destroy());
  sent.end(body);
}

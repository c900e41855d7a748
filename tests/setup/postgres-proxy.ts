// A relay in front of PostgreSQL that loses the connection, or parts of what is asked.
import { connect, createServer, type Socket } from "node:net";

export type Cut = {
  /** The connection breaks after so many bytes. */
  after: number;
  direction: "to-server" | "to-client";
};

type Relay = {
  cut?: Cut;
  /** Changes the first message of a connection: its settings. */
  startup?: (message: Buffer) => Buffer;
  /** Said to the client when it takes leave, in place of the server. */
  farewell?: Buffer;
};

/** The message by which a client ends its connection. */
const terminate = Buffer.from([0x58, 0, 0, 0, 4]);

/** @returns the address through the relay, and how many bytes went each way */
export async function startRelay(target: string, { cut, startup, farewell }: Relay = {}) {
  const { hostname, port } = new URL(target);
  const passed = { "to-server": 0, "to-client": 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let isFirst = true;
    const pass = (direction: Cut["direction"], to: Socket) => (chunk: Buffer) => {
      const bytes = isFirst && direction === "to-server" && startup ? startup(chunk) : chunk;
      if (direction === "to-server") isFirst = false;
      const left = cut?.direction === direction ? cut.after - passed[direction] : bytes.length;
      passed[direction] += bytes.length;
      if (farewell && direction === "to-server" && bytes.equals(terminate)) client.write(farewell);
      if (left < bytes.length) {
        // What was sent before the break still arrives.
        to.end(bytes.subarray(0, Math.max(0, left)));
        return void (direction === "to-server" ? client : upstream).destroy();
      }
      to.write(bytes);
    };
    client.on("data", pass("to-server", upstream));
    upstream.on("data", pass("to-client", client));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const url = new URL(target);
  url.port = String(typeof address === "object" ? address?.port : 0);
  return {
    url: url.href,
    passed,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

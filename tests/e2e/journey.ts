import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

export type Journey = {
  /** Where a browser that shall take this road goes: "http://localhost:…". */
  address: string;
  /** Nothing goes through any more, and what is under way is lost. */
  cut: () => void;
  mend: () => void;
  /** The next POST reaches the server, but its answer never comes back; the road is cut from then on. */
  loseNextAnswer: () => Promise<void>;
  /** How many POSTs reached the server. */
  posts: () => number;
  close: () => Promise<void>;
};

/** A road from a browser to the server that can really be cut, also between a request and its answer. */
export async function openJourney(serverPort: number): Promise<Journey> {
  const sockets = new Set<Socket>();
  const agent = new Agent({ keepAlive: true });
  let isOpen = true;
  let posts = 0;
  let onLost: (() => void) | null = null;
  const cut = () => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  const pass = (from: IncomingMessage, to: ServerResponse) => {
    if (!isOpen) return from.socket.destroy();
    const { method, url, headers } = from;
    const onward = request({ host: "127.0.0.1", port: serverPort, path: url, method, headers, agent }, (answer) => {
      if (method === "POST") posts += 1;
      if (method === "POST" && onLost) {
        const lost = onLost;
        onLost = null;
        answer.resume().once("end", () => {
          cut();
          lost();
        });
        return;
      }
      const { location } = answer.headers;
      if (location) answer.headers.location = location.replace(`http://localhost:${serverPort}`, address);
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.once("error", () => from.socket.destroy());
    from.pipe(onward);
  };
  const server = createServer(pass);
  server.on("connection", (socket) => {
    if (!isOpen) return socket.destroy();
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const place = server.address();
  const address = `http://localhost:${typeof place === "object" && place ? place.port : 0}`;
  return {
    address,
    cut,
    mend: () => {
      isOpen = true;
    },
    loseNextAnswer: () => new Promise((done) => (onLost = done)),
    posts: () => posts,
    close: async () => {
      cut();
      agent.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

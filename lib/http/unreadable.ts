import type { Duplex } from "node:stream";
import { earlyHeaders } from "@/lib/http/headers";

/** What Node could not read as HTTP is answered with our headers too. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
  const lines = Object.entries({ ...earlyHeaders, Connection: "close", "Content-Length": "0" });
  socket.end(`HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
}

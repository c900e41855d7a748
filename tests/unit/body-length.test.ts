import { createServer } from "node:http";
import { expect, test } from "vitest";
import { lengthHeader, PageResponse } from "@/lib/http/page-response";

test("a route that streams tells its length under another name, and it is sent as the length", async () => {
  const server = createServer({ ServerResponse: PageResponse }, (request, response) => {
    response.gather({ gzip: true, failure: null, isUnavailable: () => false });
    response.statusCode = 206;
    response.setHeader("Content-Type", "application/zip");
    response.setHeader(lengthHeader, "6");
    if (request.method === "HEAD") response.end();
    else {
      response.write("abc");
      response.end("def");
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  try {
    for (const method of ["GET", "HEAD"]) {
      const reply = await fetch(`http://127.0.0.1:${port}/`, { method });
      expect([reply.status, reply.headers.get("content-length"), reply.headers.get(lengthHeader)]).toEqual([
        206,
        "6",
        null,
      ]);
      expect(await reply.text()).toBe(method === "GET" ? "abcdef" : "");
    }
  } finally {
    server.close();
  }
});

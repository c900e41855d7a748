import { expect, test } from "vitest";
import { forGuests } from "@/lib/http/guest-failure";
import { isUnavailable } from "@/lib/unavailable";

const request = { path: "/u/x", headers: { "x-request-id": "ABCDEFGHJK" }, address: "192.0.2.1", body: "" };

function failing(error: Error) {
  return forGuests(() => Promise.reject(error));
}

test("a guest whose answer fails is told that it is not saved and how to go on, without a way to the sign-in", async () => {
  const body = new URLSearchParams({ choice: "ABSENT", reason: 'Ada "musyawarah" desa' }).toString();
  const reply = await failing(new Error("fault"))({ ...request, method: "POST", body });
  expect(reply.status).toBe(500);
  expect(reply.body).toContain("Maaf, belum tersimpan");
  expect(reply.body).toContain('<form method="post" action="/u/x">');
  expect(reply.body).toContain('name="reason" value="Ada &quot;musyawarah&quot; desa"');
  expect(reply.headers["Content-Security-Policy"]).toContain("form-action 'self'");
  expect(reply.body).toContain("ABCDEFGHJK");
  expect(reply.body).not.toContain("beranda");
  expect(reply.headers["Cache-Control"]).toBe("no-store");
});

test("files are with the browser alone, which sends them again when the page is loaded again", async () => {
  const upload = () => Promise.reject(new Error("unread"));
  const reply = await failing(new Error("fault"))({ ...request, method: "POST", upload });
  expect(reply.body).toContain("setujui pengiriman ulang");
  expect(reply.body).not.toContain("<form");
});

test("a busy or absent database is 503 with a time to come back", async () => {
  const locked = Object.assign(new Error("canceling statement due to lock timeout"), { code: "55P03" });
  const reply = await failing(locked)({ ...request, method: "GET" });
  expect(reply.status).toBe(503);
  expect(reply.headers["Retry-After"]).toBe("10");
  expect(reply.body).toContain("halaman ini belum dapat dibuka");
});

test("what Prisma and pg say of a busy or absent database is told from other faults", () => {
  const raw = new Error("Raw query failed. Code: `55P03`. Message: `canceling statement due to lock timeout`");
  const wrapped = new Error("failed", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) });
  const ended = new Error("Client was closed and is not queryable");
  const unknown = Object.assign(new Error("getaddrinfo"), { code: "EAI_AGAIN" });
  for (const error of [raw, wrapped, ended, unknown, Object.assign(new Error("x"), { code: "P2028" })])
    expect(isUnavailable(error), error.message).toBe(true);
  for (const error of [new Error("x"), Object.assign(new Error("x"), { code: "P2002" }), null])
    expect(isUnavailable(error)).toBe(false);
});

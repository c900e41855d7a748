// What strangers send: how much of it is read, by what it is counted, and that nothing of it takes long.
import { expect, test } from "vitest";
import { z } from "zod";
import { formId } from "@/lib/fields";
import { isReadable, longestBody } from "@/lib/http/body-limits";
import { networkOf } from "@/lib/http/client-network";
import { isSameOrigin } from "@/lib/http/plain-http";
import { loggablePath } from "@/lib/log";
import { newToken } from "@/lib/secrets";
import { newUserSchema } from "@/lib/users/schema";
import { parseForm, refused } from "@/lib/web/form";
import { queryText } from "@/lib/web/query";

test("only pages that take files read much; who is not signed in sends little", () => {
  const kilobyte = 1024;
  expect(longestBody("/masuk/tautan/x")).toBe(64 * kilobyte);
  expect(longestBody("/api/auth/callback/credentials")).toBe(64 * kilobyte);
  expect(longestBody("/kegiatan/baru")).toBe(1024 * kilobyte);
  expect(longestBody("/kegiatan/0/kehadiran")).toBe(13 * 1024 * kilobyte);
  expect(longestBody("/impor/mitra/unggah")).toBe(13 * 1024 * kilobyte);
  expect(longestBody("/impor/capaian/unggah")).toBe(13 * 1024 * kilobyte);
  expect(longestBody("/imporan")).toBe(1024 * kilobyte);
});

test("an address that cannot be decoded is no page", () => {
  expect(isReadable("/kegiatan/%20")).toBe(true);
  expect(isReadable("/kegiatan/%ff")).toBe(false);
});

test("limits count an IPv4 address, and the network of an IPv6 one", () => {
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:DB8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:0db8:0001:0002::9")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("x".repeat(5000))).toHaveLength(100);
});

test("an Origin of null is no page of ours where a session is made", () => {
  const framed = { site: "", origin: "null", host: "lokmin.example" };
  expect(isSameOrigin(framed, { takesNull: false })).toBe(false);
  expect(isSameOrigin(framed)).toBe(true);
  expect(isSameOrigin({ ...framed, site: "cross-site" })).toBe(false);
});

test("a mangled address leaves no token in the log", () => {
  const token = newToken();
  for (const path of [`//u/${token}`, `/%75/${token}`, `http://lokmin.example/u/${token}`, `/x/${token}.`])
    expect(loggablePath(path)).not.toContain(token);
  expect(loggablePath("/kegiatan/fffb44e4-58d9-475d-a6be-fe2220cd9e36")).toContain("fffb44e4-58d9-475d");
});

test("a form with a hundred thousand lines of one name is read in no time", () => {
  const form = new FormData();
  for (let line = 0; line < 100_000; line++) form.append("ids[]", "x");
  const from = performance.now();
  parseForm(z.object({ ids: z.array(z.string()).max(3) }), form);
  refused({ ok: false, reason: "" }, form);
  expect(performance.now() - from).toBeLessThan(3000);
});

test("an address for mail of fifty thousand dots is refused at once", () => {
  const from = performance.now();
  expect(newUserSchema.safeParse({ email: `a@${".".repeat(50_000)}@b` }).success).toBe(false);
  expect(performance.now() - from).toBeLessThan(1000);
});

test("an id in capitals is the same id", () => {
  expect(formId.parse("AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA")).toBe("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
});

test("what is searched for is cut between two characters", () => {
  expect(() => encodeURIComponent(queryText(`x${"😀".repeat(150)}`))).not.toThrow();
});

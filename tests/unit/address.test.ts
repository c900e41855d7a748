import { expect, test } from "vitest";
import { localLinkTrouble, offlineTrouble, signInTrouble } from "@/lib/web/address-rules";
import { listenHost, startWarnings } from "@/prisma/run/listening.mjs";

const https = "https://lokmin.contoh.go.id";

test.each([
  [{ host: "lokmin.contoh.go.id", scheme: "https" }, https, false],
  [{ host: "lokmin.contoh.go.id", scheme: null }, https, false],
  [{ host: "lokmin.contoh.go.id", scheme: "http" }, https, true],
  [{ host: "192.168.1.5:3000", scheme: null }, https, true],
  [{ host: "127.0.0.1:3000", scheme: null }, "http://localhost:3000", false],
  [{ host: "192.168.1.5:3000", scheme: null }, "http://localhost:3000", false],
])("signing in at %j with APP_URL %s", (opened, appUrl, isTrouble) => {
  const words = signInTrouble(opened, appUrl);
  if (isTrouble) expect(words).toContain("APP_URL");
  else expect(words).toBeNull();
});

test.each([
  [{ host: "192.168.1.5:3000", scheme: null }, "http://192.168.1.5:3000", true],
  [{ host: "localhost:3000", scheme: null }, "http://localhost:3000", false],
  [{ host: "lokmin.contoh.go.id", scheme: null }, https, false],
])("the roll call at %j with APP_URL %s", (opened, appUrl, isTrouble) => {
  expect(offlineTrouble(opened, appUrl) !== null).toBe(isTrouble);
});

test("links to this machine are not handed to others in silence", () => {
  expect(localLinkTrouble("http://localhost:3000", "0.0.0.0")).toContain("APP_URL");
  expect(localLinkTrouble("http://localhost:3000", undefined)).toBeNull();
  expect(localLinkTrouble("http://localhost:3000", "127.0.0.1")).toBeNull();
  expect(localLinkTrouble("http://192.168.1.5:3000", "0.0.0.0")).toBeNull();
});

test("with https the server is reached through a proxy only, until somebody has said whose it is", () => {
  expect(listenHost({ HOST: "0.0.0.0", APP_URL: https })).toBe("127.0.0.1");
  expect(listenHost({ HOST: "0.0.0.0", APP_URL: https, TRUST_PROXY: "1" })).toBe("0.0.0.0");
  expect(listenHost({ HOST: "0.0.0.0", APP_URL: https, TRUST_PROXY: "0" })).toBe("0.0.0.0");
  expect(listenHost({ HOST: "0.0.0.0" })).toBe("0.0.0.0");
  expect(listenHost({})).toBe("127.0.0.1");
  expect(startWarnings({ HOST: "0.0.0.0", APP_URL: https }).join()).toContain("TRUST_PROXY=1");
  expect(startWarnings({ HOST: "0.0.0.0" }).join()).toContain("APP_URL");
  expect(startWarnings({})).toEqual([]);
  expect(startWarnings({ APP_URL: https, TRUST_PROXY: "1" })).toEqual([]);
});

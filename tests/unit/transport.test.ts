import { expect, test } from "vitest";
import { transportProblems } from "@/lib/installation/transport";

const env = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: "test", ...values });
const database = (url: string) => transportProblems(env({ DATABASE_URL: url }));

test.each([
  "postgresql://lokmin:x@basis.contoh.go.id/lokmin",
  "postgresql://lokmin:x@10.0.0.5:5432/lokmin?sslmode=disable",
  "postgresql://lokmin:x@[fd00::5]/lokmin",
])("a database on another machine without TLS is named: %s", (url) => {
  expect(database(url)).toEqual([expect.stringMatching(/tanpa TLS.+sslmode=verify-full/)]);
});

test.each([
  "postgresql://lokmin:x@basis.contoh.go.id/lokmin?sslmode=verify-full",
  "postgresql://lokmin:x@127.0.0.1:5433/lokmin",
  "postgresql://lokmin:x@localhost/lokmin",
  "postgresql://lokmin:x@[::1]/lokmin",
  "postgresql://lokmin:x@/lokmin?host=/run/postgresql",
])("one by TLS or on this machine is not: %s", (url) => {
  expect(database(url)).toEqual([]);
});

test("a bucket by plain HTTP is named unless it is on this machine", () => {
  const bucket = (address: string) => transportProblems(env({ S3_URL: address }));
  expect(bucket("http://kunci:rahasia@berkas.contoh.go.id/lokmin")).toEqual([expect.stringContaining("S3_URL")]);
  expect(bucket("https://kunci:rahasia@berkas.contoh.go.id/lokmin")).toEqual([]);
  expect(bucket("http://kunci:rahasia@127.0.0.1:9000/lokmin")).toEqual([]);
  expect(transportProblems(env({}))).toEqual([]);
});

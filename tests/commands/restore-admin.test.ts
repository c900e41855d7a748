import { expect, test } from "vitest";
import { dataFolderCopy } from "./folder";
import { endOf, expectSentence, postgresOf } from "./lokmin";

test("an admin whom nobody can help gets a link on the server, and anybody else none", async () => {
  const data = dataFolderCopy();
  const command = "restore-admin";
  const listed = await endOf({ data, command });
  expect(listed, listed.stderr).toMatchObject({ code: 0, stderr: "" });
  const [, email = ""] = /^ {2}(\S+@\S+) /m.exec(listed.stdout) ?? [];
  expectSentence(await endOf({ data, command, args: ["tidak@ada.example"] }), /Tidak ada admin dengan alamat email/);
  const restored = await endOf({ data, command, args: [email], env: { APP_URL: "https://lokmin.example" } });
  expect(restored, restored.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(restored.stdout).toMatch(/https:\/\/lokmin\.example\/masuk\/tautan\/[0-9A-Za-z]{22}\n/);
  expect(postgresOf(data)).toBe(0);
});

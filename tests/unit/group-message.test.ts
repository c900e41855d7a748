import { expect, test } from "vitest";
import { groupLink, groupMessage } from "@/lib/messages/group";

const meeting = {
  title: "Lokmin Lintas Sektor Triwulan I",
  place: "Aula Kecamatan",
  startsAt: new Date("2027-02-10T02:00:00Z"),
  endsAt: new Date("2027-02-10T05:00:00Z"),
  timeZone: "Asia/Jakarta",
  status: "SCHEDULED",
  statusReason: null,
} as const;
const inviting = "Puskesmas Sragi";

test("the group's message names the meeting and asks for the personal link, and holds none", () => {
  const text = groupMessage("INVITATION", { meeting, inviting });
  expect(text).toContain(
    "Puskesmas Sragi mengundang Bapak/Ibu pada:\n*Lokmin Lintas Sektor Triwulan I*\nRabu, 10 Februari 2027, pukul 09.00",
  );
  expect(text).toContain("tautan pribadi Anda");
  expect(text).not.toMatch(/https?:|\/u\//);
  expect(decodeURIComponent(groupLink(text))).toBe(`https://wa.me/?text=${text}`);
});

test("of a cancelled meeting it asks for no answer", () => {
  const text = groupMessage("CHANGE", {
    meeting: { ...meeting, status: "CANCELLED", statusReason: "banjir" },
    inviting,
  });
  expect(text).toContain("*dibatalkan*. Alasan: banjir");
  expect(text).not.toContain("tautan pribadi");
});

import { expect, test } from "vitest";
import { composeFollowUp } from "@/lib/messages/follow-up";
import { whatsappLink } from "@/lib/messages/whatsapp";
import { itemSubject } from "@/lib/plan/rules";
import { problemSubject } from "@/lib/problems/rules";
import { shortened } from "@/lib/shortened";

test("a text is cut where it is too long, and never through an emoji", () => {
  expect(shortened("Sweeping", 8)).toBe("Sweeping");
  expect(shortened("Sweeping imunisasi", 8)).toBe("Sweepin…");
  expect(shortened("12345🏥 puskesmas", 7)).toBe("12345…");
  expect(shortened("12345🏥 puskesmas", 8)).toBe("12345🏥…");
});

test("what an emoji is cut from goes into addresses and into the history", () => {
  for (let before = 116; before < 121; before++) {
    const activity = `${"a".repeat(before)}🏥 dan seterusnya`;
    const message = composeFollowUp("{mendesak} {tautan}", {
      puskesmas: "Puskesmas Uji",
      owner: { name: null, title: null, institution: "Desa Uji" },
      open: 1,
      overdue: 0,
      urgent: { activity, deadline: "2026-07-31", status: "IN_PROGRESS" },
      today: "2026-07-01",
      link: "https://lokmin.test/t/x",
    });
    expect(message.ok && whatsappLink("6284012345678", message.text)).toContain("%E2%80%A6");
  }
  const words = `${"a".repeat(158)}🏥 dan seterusnya`;
  for (const subject of [itemSubject({ number: 1, activity: words }), problemSubject({ number: 1, statement: words })])
    expect(subject).not.toMatch(/\p{Cs}/u);
});

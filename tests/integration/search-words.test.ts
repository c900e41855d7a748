// Signs without width, as Word and WhatsApp put them into words, are passed over by every search.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listRegister } from "@/lib/letters/register";
import { listMeetings } from "@/lib/meetings/reads";
import { listOrganisations } from "@/lib/organisations/reads";
import { listUsers } from "@/lib/users/reads";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor, makeUser } from "@/tests/factories/users";

const signs = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"];

test.each(signs)("a word with %j inside is found by the word, and the other way round", async (sign) => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id, name: `Puskesmas Baru${sign}rejo` });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, title: `Rapat stun${sign}ting kecamatan` });
  await makeActionItem({ meetingId: meeting.id, activity: `Penyu${sign}luhan gizi` });
  await makeUser("PUSKESMAS_STAFF", { organisationId: host.id, name: `Sulas${sign}tri` });
  await db.letter.create({
    data: {
      ...{
        id: randomUUID(),
        organisationId: host.id,
        issuer: host.id,
        year: 2026,
        number: "5/2026",
        numberKey: "5/2026",
      },
      ...{ subject: `Undan${sign}gan rapat`, addressees: "Camat", creator: "Petugas" },
    },
  });
  const counts = async (between: string) => [
    (await listRegister(staff, { year: 2026, words: `undan${between}gan` })).letters.length,
    (await listMeetings(staff, { words: `stun${between}ting KECAMATAN` })).meetings.length,
    (await listFollowUps(staff, followUpSchema.parse({ cari: `penyu${between}luhan` }), new Date())).items.length,
    (await listUsers(admin, { q: `sulas${between}tri` })).total,
    (await listOrganisations(admin, { parentId: dinkes.id, q: `baru${between}rejo` })).total,
  ];
  expect(await counts("")).toEqual([1, 1, 1, 1, 1]);
  expect(await counts(sign)).toEqual([1, 1, 1, 1, 1]);
  expect((await listMeetings(staff, { words: "stun%ting" })).meetings).toEqual([]);
  expect((await listUsers(admin, { q: "sulastri rapat" })).total).toBe(0);
});

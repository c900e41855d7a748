import { beforeEach, describe, expect, it } from "vitest";
import { checkInPage } from "@/app/h/[[...kode]]/check-in-html";
import { ownerPage } from "@/app/t/[token]/owner-html";
import type { Actor } from "@/lib/actor";
import { findByTicket, newTicket } from "@/lib/attendance/check-in";
import { directoryDefinition } from "@/lib/directory/import";
import { listEvents } from "@/lib/events/reads";
import { valuesDefinition } from "@/lib/figures/import";
import { openWorkbook } from "@/lib/imports/workbook";
import { listMeetingTypes } from "@/lib/meeting-types/reads";
import { officeDefinition } from "@/lib/office-import/import";
import { setWorkingArea } from "@/lib/organisations/working-area";
import { findOwnerPage } from "@/lib/owner-links/owner";
import { paperKinds } from "@/lib/papers/kinds";
import { preparePaper } from "@/lib/papers/prepare";
import { hashToken } from "@/lib/secrets";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeIndicator, makeValue } from "@/tests/factories/indicators";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeOwnerLink } from "@/tests/factories/owner-links";
import { paperText } from "@/tests/factories/papers";
import { makeProblem } from "@/tests/factories/problems";
import { makeSeat } from "@/tests/factories/seats";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";

const regions = [
  {
    ...{ where: "Papua", regency: "91.03", district: "91.03.01", villageCodes: ["91.03.01.2004", "91.03.01.2005"] },
    ...{
      timeZone: "Asia/Jayapura",
      village: "kampung",
      districtWord: "distrik",
      head: "Kepala Kampung",
      camat: "Kepala Distrik",
    },
  },
  {
    ...{ where: "Aceh", regency: "11.72", district: "11.72.01", villageCodes: ["11.72.01.2004", "11.72.01.2005"] },
    ...{ timeZone: "Asia/Jakarta", village: "gampong", districtWord: "kecamatan", head: "Keuchik", camat: "Camat" },
  },
] as const;

/** A fund and a profession are called so everywhere, and some villages bear the word as a name. */
const kept = /\b(?:dana|bidan) desa\b|\bDesa Adat\b/gi;

describe.each(regions)("a puskesmas in $where", ({ regency, district, villageCodes, timeZone, ...words }) => {
  let actor: Actor;
  let meeting: { id: string };
  let indicator: { id: string };
  let owner: { token: string };
  const year = new Date().getFullYear();

  /** The general words that must not come back, since nobody typed them. */
  function expectLocal(text: string) {
    const general = words.districtWord === "kecamatan" ? /\bdesa\b/gi : /\b(?:desa|kecamatan|camat)\b/gi;
    const found = [...text.replace(kept, "").matchAll(general)].map(({ index }) =>
      text.slice(Math.max(0, index - 40), index + 40),
    );
    expect(found).toEqual([]);
  }

  beforeEach(async () => {
    const office = await makeKabupaten({ areaCode: regency, timeZone });
    const host = await makePuskesmas({
      parentId: office.id,
      areaCode: district,
      villageCodes: [...villageCodes],
      timeZone,
    });
    actor = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id });
    const organisationId = host.id;
    const [first = ""] = villageCodes;
    meeting = await makeMeeting("CLOSED", { host, place: "Aula", agenda: ["Capaian"] });
    const meetingId = meeting.id;
    const seats = [
      await makeSeat({ organisationId, title: words.camat, institution: "Kantor", sector: "KECAMATAN" }),
      await makeSeat({ organisationId, title: words.head, institution: "Pemerintah", villageCode: first }),
    ];
    for (const seat of seats) {
      const invitation = await makeInvitation({ meetingId, seat });
      if (seat.sector === "DESA") await makeAttendance({ meetingId, invitation });
    }
    indicator = await makeIndicator({ organisationId, form: "COUNT", unit: "orang" });
    await makeValue({
      indicatorId: indicator.id,
      puskesmasId: host.id,
      villageCode: first,
      year,
      month: 1,
      value: 3,
    });
    await makeProblem({ meetingId, puskesmasId: host.id, villageCodes: [...villageCodes] });
    const [seat] = seats;
    if (!seat) throw new Error("no seat");
    await makeActionItem({
      ...{ meetingId, villageCodes: [...villageCodes], responsibleInstitution: "Pemerintah" },
      ...{ responsibleSeatId: seat.id, responsibleName: null },
    });
    owner = await makeOwnerLink({ organisationId, seatId: seat.id, institution: "Kantor" });
  });

  it("has papers in its own words", async () => {
    const said: string[] = [];
    for (const kind of paperKinds) {
      const subjects: Record<string, string> = {
        meeting: meeting.id,
        year: `${actor.organisation.id}:${year}`,
        indicator: `${actor.organisation.id}:${indicator.id}:${year}-01`,
      };
      const prepared = await preparePaper(actor, kind.slug, subjects[kind.subject] ?? "", {});
      if (prepared) said.push(prepared.paper.title, paperText(prepared.paper));
    }
    expect(said.length).toBeGreaterThan(20);
    expectLocal(said.join("\n"));
    expect(said.join("\n")).toMatch(new RegExp(`\\b${words.village}\\b`, "i"));
  });

  it("has pages of guests in its own words", async () => {
    const now = new Date();
    const ticket = await findByTicket(newTicket(meeting.id, now), now);
    if (!ticket) throw new Error("no ticket");
    expectLocal(checkInPage(ticket, { ticket: "x", typed: {}, errors: {} }));
    const page = await findOwnerPage(hashToken(owner.token), now);
    if (!page) throw new Error("no page");
    const html = ownerPage(page, {}, now);
    expectLocal(html);
    expect(html).toContain(words.village === "kampung" ? "Kampung" : "Gampong");
  });

  it("has files to fill in, and types of meetings, in its own words", async () => {
    const sheets = async (bytes: Buffer | undefined) => {
      const { sheets: found } = await openWorkbook(bytes ?? Buffer.of(), { unpacked: 9e6, row: 5000, column: 200 });
      const texts: string[] = [];
      for (const { read } of found) texts.push(...(await read()).rows.flat());
      return texts.join("\n");
    };
    const directory = await sheets((await directoryDefinition.template?.(actor, "xlsx"))?.bytes);
    // The name of the sector is one for all.
    expectLocal(directory.replaceAll("Desa dan kelurahan", "").replaceAll(/^Kecamatan$|: Kecamatan;/gm, ""));
    expect(directory).toContain(`Kode ${words.village}`);
    expectLocal(await sheets((await valuesDefinition.template?.(actor, "xlsx"))?.bytes));
    const admin = await actorOf(await makeUser("DINKES_ADMIN", { organisationId: actor.organisation.parentId ?? "" }));
    expectLocal(await sheets((await officeDefinition.template?.(admin, "xlsx"))?.bytes));
    expectLocal(
      JSON.stringify((await listMeetingTypes(actor)).map(({ name, inputs, outputs }) => [name, inputs, outputs])),
    );
  });

  it("has a history in its own words", async () => {
    const admin = await actorOf(await makeUser("DINKES_ADMIN", { organisationId: actor.organisation.parentId ?? "" }));
    const villages = villageCodes.slice(0, 1);
    const input = { villageCodes: villages, wholeDistricts: [], overlap: false };
    expect(await setWorkingArea(admin, actor.organisation.id, input)).toMatchObject({ ok: true });
    const { events } = await listEvents(actor, {});
    expectLocal(events.flatMap(({ verb, subject, lines }) => [verb, subject, ...lines]).join("\n"));
    expect(events[0]?.lines.join()).toContain(`1 ${words.village}`);
  });
});

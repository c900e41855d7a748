// What an office keeps for itself: people, figures, lists and words, users, organisations.
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { newTokenSchema } from "@/lib/api-tokens/schema";
import { createToken, revokeToken } from "@/lib/api-tokens/writes";
import { arrangeTiles, removeAreaMap, uploadAreaMap } from "@/lib/area-maps/writes";
import { backupSettingsSchema } from "@/lib/backups/schema";
import { askForBackup, setBackups } from "@/lib/backups/writes";
import { renewFeed, revokeFeed } from "@/lib/calendar/writes";
import { acrossOffices } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { fillDirectory, fillSchema } from "@/lib/directory/fill";
import { addFormerHolder } from "@/lib/directory/former-holders";
import { chooseHeadSeat } from "@/lib/directory/head-seat";
import { changeHolder, correctHolder, vacateSeat } from "@/lib/directory/holders";
import { directoryImport } from "@/lib/directory/import";
import { archiveSeats, restoreSeats } from "@/lib/directory/many";
import { formerHolderSchema, holderSchema, newHolderSchema, newSeatSchema, seatSchema } from "@/lib/directory/schema";
import { addSeat, archiveSeat, editSeat, restoreSeat } from "@/lib/directory/writes";
import { evidenceRuleSchema } from "@/lib/evidence/schema";
import { dropEvidenceRule, hideEvidenceRule, saveEvidenceRule } from "@/lib/evidence/writes";
import { makePack } from "@/lib/evidence-pack/writes";
import { addHolidays, removeHoliday } from "@/lib/holidays/writes";
import { confirmImport } from "@/lib/imports/confirm";
import { chooseOnDraft, discardDraft, keepDraft } from "@/lib/imports/drafts";
import { runJobAgain } from "@/lib/jobs/writes";
import { setDueDates } from "@/lib/matrix/due-dates";
import { meetingTypeSchema } from "@/lib/meeting-types/schema";
import { addMeetingType, editMeetingType, hideMeetingType, restoreMeetingType } from "@/lib/meeting-types/writes";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting } from "@/lib/meetings/writes";
import { yearPlanSchema } from "@/lib/meetings/year-plan-schema";
import { planYear } from "@/lib/meetings/year-plan-writes";
import { defaultTexts } from "@/lib/messages/defaults";
import { dropTemplate, saveTemplate } from "@/lib/messages/templates";
import { setStartOfUse } from "@/lib/organisations/start-of-use";
import { issueOwnerLinks, markOwnerReminded, revokeOwnerLink } from "@/lib/owner-links/writes";
import { keepApart, mergePersons, undoMerge } from "@/lib/persons/merges";
import { newPerson } from "@/lib/persons/rules";
import { personSchema } from "@/lib/persons/schema";
import { editPerson } from "@/lib/persons/writes";
import { erasePerson } from "@/lib/privacy/erase";
import { defaultRetention } from "@/lib/privacy/kinds";
import { copyPersonData } from "@/lib/privacy/person-data";
import { setRetention } from "@/lib/privacy/settings";
import { endOwnSession, endOwnSessions } from "@/lib/sessions/writes";
import { archiveTemplate } from "@/lib/templates/writes";
import type { MeetingKind } from "@/prisma/generated/enums";
import { inLastSession, inSession, makeSession } from "@/tests/factories/sessions";
import { uploadDirectory } from "./office-parts";
import { staffWrites } from "./staff-writes";
import type { OfficeWrite } from "./table";
import { webhookWrites } from "./webhook-writes";

/** Staff of each puskesmas for what is its own; nobody for another's. */
const ownOfAny = "+++.+++....";
const ownByLeaders = "++..+++....";
const ofHost = "+++........";
const anybody = "+++++++++++";

/** One after the other: all of it goes over one connection. */
async function oneByOne(actors: readonly Actor[], write: (actor: Actor) => Promise<unknown>) {
  for (const actor of actors) await write(actor);
}

const holder = { name: "Sulastri" };
const type = meetingTypeSchema.parse({ kind: "MONTHLY_LOKMIN", name: "Rapat kader", inputs: "PWS", outputs: "RTL" });
const rule = (key: string) =>
  evidenceRuleSchema.parse({ key, ep: "1.6.2", text: "Notulen rapat", kinds: ["MONTHLY_LOKMIN"], isRequired: "ya" });
/** Of the meeting that runs. */
const meetingYear = new Date().getFullYear();
const holiday = { day: "2030-01-02", name: "Cuti bersama" };

const meetingForm = (kind: MeetingKind) =>
  meetingSchema.parse({ id: randomUUID(), kind, title: "Uji", date: "2030-03-05", startTime: "09:00", place: "Aula" });

export const officeWrites: Record<string, OfficeWrite> = {
  "evidence-pack/writes makePack": { call: (_, actor) => makePack(actor, meetingYear), grid: "+++.+--...." },
  "api-tokens/writes createToken": {
    call: async (_, actor) =>
      createToken(await inLastSession(actor), newTokenSchema.parse({ id: randomUUID(), name: "Dasbor", days: "90" })),
    prepare: (_, actor) => makeSession({ id: actor.userId }),
    grid: anybody,
  },
  "api-tokens/writes revokeToken": {
    call: async (_, actor) => revokeToken(actor, (await db.apiToken.findFirstOrThrow()).id),
    prepare: async ({ actors }) =>
      createToken(await inSession(actors.A), newTokenSchema.parse({ id: randomUUID(), name: "Dasbor", days: "90" })),
    grid: "+..........",
  },
  ...staffWrites,
  ...webhookWrites,
  "calendar/writes renewFeed: saya": {
    call: async (_, actor) => renewFeed(await inSession(actor), "saya"),
    grid: anybody,
  },
  "calendar/writes renewFeed: puskesmas": {
    call: async (_, actor) => renewFeed(await inLastSession(actor), "puskesmas"),
    prepare: (_, actor) => makeSession({ id: actor.userId }),
    grid: ownOfAny,
  },
  "calendar/writes revokeFeed: saya": {
    call: (_, actor) => revokeFeed(actor, "saya"),
    prepare: async (_, actor) => renewFeed(await inSession(actor), "saya"),
    grid: anybody,
  },
  "directory/fill fillDirectory": {
    call: (_, actor) => fillDirectory(actor, fillSchema.parse({ rows: [{ key: "kepala-puskesmas", chosen: "ya" }] })),
    grid: ownOfAny,
  },
  "directory/writes addSeat": {
    call: (_, actor) =>
      addSeat(
        actor,
        newSeatSchema.parse({
          ...{ id: randomUUID(), holderId: randomUUID(), title: "Kader", institution: "Desa", sector: "DESA" },
        }),
      ),
    grid: ownOfAny,
  },
  "directory/writes addSeat: of the office's head": {
    call: (_, actor) =>
      addSeat(
        actor,
        newSeatSchema.parse({
          ...{ id: randomUUID(), holderId: randomUUID(), title: "Kepala", institution: "Instansi", sector: "HEALTH" },
          isOfficeHead: "ya",
        }),
      ),
    grid: "+++.++++.++",
  },
  "directory/head-seat chooseHeadSeat": {
    call: ({ seat }, actor) => chooseHeadSeat(actor, seat.id),
    grid: ofHost,
  },
  "directory/writes editSeat": {
    call: ({ seat: { id, version } }, actor) =>
      editSeat(actor, id, {
        ...seatSchema.parse({ title: "Ketua", institution: "Desa lain", sector: "DESA" }),
        version,
      }),
    grid: ofHost,
  },
  "directory/writes archiveSeat": { call: ({ seat }, actor) => archiveSeat(actor, seat.id), grid: ofHost },
  "directory/many archiveSeats": { call: ({ seat }, actor) => archiveSeats(actor, [seat.id]), grid: ofHost },
  "directory/many restoreSeats": {
    call: ({ seat }, actor) => restoreSeats(actor, [seat.id]),
    prepare: ({ seat }) => db.seat.update({ where: { id: seat.id }, data: { archivedAt: new Date() } }),
    grid: ofHost,
  },
  "directory/writes restoreSeat": {
    call: ({ seat }, actor) => restoreSeat(actor, seat.id),
    prepare: ({ seat }) => db.seat.update({ where: { id: seat.id }, data: { archivedAt: new Date() } }),
    grid: ofHost,
  },
  "directory/holders changeHolder": {
    call: ({ seat }, actor) =>
      changeHolder(
        actor,
        seat.id,
        newHolderSchema.parse({
          ...{ ...holder, holderId: randomUUID(), previousId: seat.holder?.id, person: newPerson },
        }),
      ),
    grid: ofHost,
  },
  "directory/holders correctHolder": {
    call: ({ seat }, actor) => correctHolder(actor, seat.id, seat.holder?.id ?? "", holderSchema.parse(holder)),
    grid: ofHost,
  },
  "directory/holders vacateSeat": {
    call: ({ seat }, actor) => vacateSeat(actor, seat.id, seat.holder?.id ?? ""),
    grid: ofHost,
  },
  "directory/former-holders addFormerHolder": {
    call: ({ seat }, actor) =>
      addFormerHolder(
        actor,
        seat.id,
        formerHolderSchema.parse({ ...holder, holderId: randomUUID(), until: "2020-01-01", person: newPerson }),
      ),
    grid: ofHost,
  },
  "persons/writes editPerson": {
    call: ({ persons: [{ id, version }] }, actor) =>
      editPerson(actor, id, personSchema.parse({ version, name: "Nama lain" })),
    grid: ofHost,
  },
  "privacy/person-data copyPersonData": {
    call: ({ persons: [{ id }] }, actor) => copyPersonData(actor, id),
    // Of another office's person there is nothing to copy.
    grid: "+++.===....",
  },
  "privacy/erase erasePerson": {
    call: ({ persons: [{ id }] }, actor) => erasePerson(actor, id, "diminta"),
    grid: ofHost,
  },
  "privacy/settings setRetention": {
    call: (_, actor) => setRetention(actor, { ...defaultRetention(), contactMonths: 12 }),
    grid: "...........",
    others: { M: "+" },
  },
  "persons/merges mergePersons": {
    call: ({ persons: [kept, absorbed] }, actor) =>
      mergePersons(actor, { id: randomUUID(), keptId: kept.id, absorbedId: absorbed.id }),
    grid: ofHost,
  },
  "persons/merges undoMerge": {
    call: async (_, actor) => undoMerge(actor, (await db.personMerge.findFirstOrThrow()).id),
    prepare: ({ persons: [kept, absorbed], actors }) =>
      mergePersons(actors.S, { id: randomUUID(), keptId: kept.id, absorbedId: absorbed.id }),
    grid: ofHost,
  },
  "persons/merges keepApart": {
    call: ({ persons: [one, other] }, actor) => keepApart(actor, one.id, other.id),
    grid: ofHost,
  },
  "owner-links/writes issueOwnerLinks": {
    call: ({ item }, actor) => issueOwnerLinks(actor, [`person:${item.responsiblePersonId}`]),
    // The rows of a joint meeting are the co-organiser's too; those of another office are passed over.
    grid: "+++.+==....",
  },
  "owner-links/writes revokeOwnerLink": {
    call: ({ seat }, actor) => revokeOwnerLink(actor, `seat:${seat.id}`),
    grid: "+++.===....",
  },
  "owner-links/writes markOwnerReminded": {
    call: ({ seat }, actor) => markOwnerReminded(actor, `seat:${seat.id}`),
    grid: "+++.---....",
  },
  "evidence/writes saveEvidenceRule": {
    call: (_, actor) => saveEvidenceRule(actor, rule("daftar-kader")),
    grid: ownByLeaders,
  },
  "evidence/writes hideEvidenceRule": {
    call: (_, actor) => hideEvidenceRule(actor, "undangan", true),
    grid: ownByLeaders,
  },
  "evidence/writes dropEvidenceRule": {
    call: (_, actor) => dropEvidenceRule(actor, "undangan"),
    prepare: ({ actors }) =>
      oneByOne([actors.A, actors.C, actors.X, actors.Q], (actor) => hideEvidenceRule(actor, "undangan", true)),
    grid: ownByLeaders,
  },
  "holidays/writes addHolidays": { call: (_, actor) => addHolidays(actor, [holiday]), grid: "+++.++++.++" },
  "organisations/start-of-use setStartOfUse": {
    call: (_, actor) => setStartOfUse(actor, "2026-01-01"),
    grid: "++..++++.++",
  },
  "matrix/due-dates setDueDates": {
    call: (_, actor) => setDueDates(actor, { monthlyDay: 10, reportDays: 5 }),
    grid: ".......+.++",
  },
  "backups/writes askForBackup": {
    call: (_, actor) => askForBackup(actor),
    grid: "...........",
    others: { M: "+" },
  },
  "backups/writes setBackups": {
    call: (_, actor) => setBackups(actor, backupSettingsSchema.parse({ isDaily: "ya", kept: "7" })),
    grid: "...........",
    others: { M: "+" },
  },
  "area-maps/writes arrangeTiles": {
    call: (_, actor) => arrangeTiles(actor, { version: 0, tiles: [] }),
    grid: ".......+.++",
  },
  "area-maps/writes uploadAreaMap": {
    call: (_, actor) => uploadAreaMap(actor, { name: "batas.geojson", bytes: Buffer.from("{}") }),
    grid: ".......-.--",
  },
  "area-maps/writes removeAreaMap": { call: (_, actor) => removeAreaMap(actor), grid: ".......=.==" },
  "holidays/writes removeHoliday": {
    call: (_, actor) => removeHoliday(actor, holiday.day),
    prepare: ({ actors: { A, C, X, D, K, P, Q, M } }) =>
      oneByOne([A, C, X, D, K, P, Q, M], (actor) => addHolidays(actor, [holiday])),
    grid: "+++.++++.++",
  },
  "meeting-types/writes addMeetingType": { call: (_, actor) => addMeetingType(actor, type), grid: ownOfAny },
  "meeting-types/writes editMeetingType": {
    call: (_, actor) => editMeetingType(actor, "bulanan-rutin", type),
    grid: ownOfAny,
  },
  "meeting-types/writes hideMeetingType": {
    call: (_, actor) => hideMeetingType(actor, "bulanan-rutin", true),
    grid: ownOfAny,
  },
  "meeting-types/writes restoreMeetingType": {
    call: (_, actor) => restoreMeetingType(actor, "bulanan-rutin"),
    prepare: ({ actors }) =>
      oneByOne([actors.A, actors.C, actors.X, actors.Q], (actor) => hideMeetingType(actor, "bulanan-rutin", true)),
    grid: ownOfAny,
  },
  "meetings/writes draftMeeting: a Lokmin": {
    call: (_, actor) => draftMeeting(actor, meetingForm("MONTHLY_LOKMIN")),
    grid: ownOfAny,
  },
  "meetings/writes draftMeeting: a training": {
    call: (_, actor) => draftMeeting(actor, meetingForm("KALAKARYA")),
    grid: "+++.+++++++",
  },
  "meetings/year-plan-writes planYear": {
    call: (_, actor) =>
      planYear(
        actor,
        yearPlanSchema.parse({
          ...{ year: 2031, include: ["MONTHLY_LOKMIN-3"] },
          rows: [
            {
              ...{ id: randomUUID(), kind: "MONTHLY_LOKMIN", period: "3", date: "2031-03-05", startTime: "09:00" },
              place: "Aula",
            },
          ],
        }),
      ),
    grid: ownOfAny,
  },
  "messages/templates saveTemplate": {
    call: (_, actor) => saveTemplate(actor, "INVITATION", `${defaultTexts.INVITATION} Salam.`),
    grid: ownOfAny,
  },
  "messages/templates dropTemplate": {
    call: (_, actor) => dropTemplate(actor, "INVITATION"),
    prepare: ({ actors }) =>
      oneByOne([actors.A, actors.C, actors.X, actors.Q], (actor) =>
        saveTemplate(actor, "INVITATION", "Hadir ya. {link}"),
      ),
    grid: ownOfAny,
  },
  "templates/writes archiveTemplate": {
    call: async (_, actor) => archiveTemplate(actor, (await db.meetingTemplate.findFirstOrThrow()).id, true),
    prepare: ({ host, meetingId, actors }) =>
      db.meetingTemplate.create({
        data: {
          ...{ id: randomUUID(), organisationId: host.id, sourceId: meetingId, kind: "MONTHLY_LOKMIN", name: "Rutin" },
          ...{ content: {}, creator: actors.A.name },
        },
      }),
    grid: ofHost,
  },
  "imports/confirm confirmImport": {
    call: async (_, actor) => {
      const draft = await db.importDraft.findFirst({ where: { userId: actor.userId } });
      const found = draft && (await directoryImport.find(actor, draft.id));
      const shown = found && "plan" in found ? found.plan.fingerprint : "";
      return confirmImport(actor, directoryImport, { id: draft?.id ?? randomUUID(), shown });
    },
    prepare: uploadDirectory,
    grid: ownOfAny,
  },
  "imports/drafts keepDraft": {
    call: (_, actor) => keepDraft(actor, "DIRECTORY", { id: randomUUID(), fileName: "x.csv", rows: [] }),
    grid: anybody,
  },
  "imports/drafts chooseOnDraft": {
    call: async ({ actors }, actor) => {
      const { id } = await acrossOffices(() => db.importDraft.findFirstOrThrow({ where: { userId: actors.A.userId } }));
      return chooseOnDraft(actor, "DIRECTORY", id, { asked: ["a"], answers: { a: "b" } });
    },
    prepare: ({ actors }) => keepDraft(actors.A, "DIRECTORY", { id: randomUUID(), fileName: "x.csv", rows: [] }),
    grid: "+----------",
  },
  "imports/drafts discardDraft": {
    call: async ({ actors }, actor) => {
      const { id } = await acrossOffices(() => db.importDraft.findFirstOrThrow({ where: { userId: actors.A.userId } }));
      return discardDraft(actor, "DIRECTORY", id);
    },
    prepare: ({ actors }) => keepDraft(actors.A, "DIRECTORY", { id: randomUUID(), fileName: "x.csv", rows: [] }),
    grid: "+==========",
  },
  "jobs/writes runJobAgain": {
    call: async (_, actor) => runJobAgain(actor, (await acrossOffices(() => db.job.findFirstOrThrow())).id),
    prepare: ({ host }) =>
      db.job.create({
        data: {
          ...{ organisationId: host.id, requester: "Petugas", kind: "email.send", payload: {}, subject: "Lokmin" },
          failedAt: new Date(),
        },
      }),
    grid: "+..........",
  },
  "sessions/writes endOwnSession": {
    call: async ({ actors }, actor) =>
      endOwnSession(await inLastSession(actor), (await inLastSession(actors.A)).sessionId),
    prepare: ({ actors }) => oneByOne(Object.values(actors), ({ userId }) => makeSession({ id: userId })),
    grid: "+==========",
  },
  "sessions/writes endOwnSessions": { call: async (_, actor) => endOwnSessions(await inSession(actor)), grid: anybody },
};

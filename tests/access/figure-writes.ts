// Indicators with their figures, users, and organisations.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { copySasaran, saveSasaran } from "@/lib/figures/denominators";
import type { SentCell } from "@/lib/figures/grid";
import { columnKey } from "@/lib/figures/grid-values";
import { saveValues } from "@/lib/figures/grid-writes";
import { removeOfficeFigure } from "@/lib/figures/office-writes";
import { copyTargets, saveTargets } from "@/lib/figures/targets";
import { defineIndicators } from "@/lib/indicators/define-rows";
import { indicatorSchema } from "@/lib/indicators/schema";
import { takeStandardIndicators, takeStandardSchema } from "@/lib/indicators/take-standard";
import { archiveIndicator, defineIndicator, editIndicator } from "@/lib/indicators/writes";
import { addProposedOffices, proposedOfficesSchema } from "@/lib/office-import/proposed";
import { addOfficeAbove } from "@/lib/organisations/province";
import {
  dinkesSchema,
  newKabupatenSchema,
  newPuskesmasSchema,
  provinceAboveSchema,
  puskesmasSchema,
  workingAreaSchema,
} from "@/lib/organisations/schema";
import { setWorkingArea } from "@/lib/organisations/working-area";
import { addKabupaten, addPuskesmas, editDinkes, editPuskesmas } from "@/lib/organisations/writes";
import { setFactorRule } from "@/lib/second-factor/office-rule";
import { changePassword } from "@/lib/users/account";
import { addFirstUsers, firstUsersSchema } from "@/lib/users/first-users";
import { giveLinks } from "@/lib/users/many-links";
import { recoverUser } from "@/lib/users/recover";
import { newUserSchema, userSchema } from "@/lib/users/schema";
import { hashPassword } from "@/lib/users/sign-in";
import { addUser, deactivateUser, editUser, reactivateUser, renewLink } from "@/lib/users/writes";
import { makeApp } from "@/tests/factories/second-factor";
import { inLastSession, makeSession } from "@/tests/factories/sessions";
import { mappingWrites } from "./mapping-writes";
import type { OfficeWrite } from "./table";
import { village, year } from "./world";

/** Of an indicator of the Dinkes, each puskesmas below it for itself. */
const ownOfAny = "+++.+++....";
/** The admins of the office and of the Dinkes above it. */
const adminsAbove = "+......+..+";

const cell = (changes: Partial<SentCell> & Pick<SentCell, "column" | "typed">): SentCell => ({
  ...{ row: village, shown: "", decision: null, isInConflict: false },
  ...changes,
});
const figures = {
  ...{ name: "Cakupan K6", form: "COVERAGE", isCumulative: "ya", lowerIsBetter: "tidak", spread: "TWELFTHS" },
};
const password = "kata sandi lama";
const passwordHash = await hashPassword(password);
const office = { name: "Instansi lain", timeZone: "Asia/Jakarta" };

export const figureWrites: Record<string, OfficeWrite> = {
  "figures/grid-writes saveValues": {
    call: ({ shared }, actor) =>
      saveValues(actor, year, [
        cell({ column: columnKey({ indicatorId: shared.id, month: 6, part: "n" }), typed: "3" }),
      ]),
    grid: ownOfAny,
  },
  "figures/targets saveTargets": {
    call: ({ shared }, actor) => saveTargets(actor, year, [cell({ row: shared.id, column: "setahun", typed: "80" })]),
    // The other kabupaten and the province know nothing of this Dinkes's indicator.
    grid: "+++.++++.==",
  },
  "figures/targets copyTargets": { call: (_, actor) => copyTargets(actor, year), grid: "+++.====.==" },
  "figures/office-writes removeOfficeFigure": {
    call: ({ host, shared }, actor) =>
      removeOfficeFigure(actor, { puskesmasId: host.id, indicatorId: shared.id, year, month: 1 }),
    prepare: ({ host, shared, dinkes }) =>
      db.puskesmasValue.create({
        data: {
          ...{ puskesmasId: host.id, indicatorId: shared.id, year, month: 1, sourceId: dinkes.id, value: 4 },
          ...{ origin: "SHEET", enteredBy: "Admin Dinkes" },
        },
      }),
    // Others told nothing of it.
    grid: "---.---+.--",
  },
  ...mappingWrites,
  "figures/denominators saveSasaran": {
    call: ({ shared }, actor) => saveSasaran(actor, year, [cell({ column: shared.id, typed: "41" })]),
    grid: ownOfAny,
  },
  "figures/denominators copySasaran": { call: (_, actor) => copySasaran(actor, year), grid: "+++.===...." },
  "indicators/take-standard takeStandardIndicators": {
    call: (_, actor) => takeStandardIndicators(actor, takeStandardSchema.parse({ keys: ["spm-balita"] })),
    grid: "+++.++++.++",
  },
  "indicators/writes defineIndicator": {
    call: (_, actor) => defineIndicator(actor, indicatorSchema.parse({ ...figures, id: randomUUID() })),
    grid: "+++.++++.++",
  },
  "indicators/define-rows defineIndicators": {
    call: (_, actor) =>
      defineIndicators(actor, [{ ...indicatorSchema.parse({ ...figures, id: randomUUID() }), index: 0 }]),
    grid: "+++.++++.++",
  },
  "indicators/writes editIndicator: of the puskesmas": {
    call: ({ indicator: { id, version } }, actor) =>
      editIndicator(actor, { ...indicatorSchema.parse({ ...figures, id }), version }),
    grid: "+++........",
  },
  "indicators/writes editIndicator: of the Dinkes": {
    call: ({ shared: { id, version } }, actor) =>
      editIndicator(actor, { ...indicatorSchema.parse({ ...figures, id }), version }),
    grid: ".......+...",
  },
  "indicators/writes archiveIndicator": {
    call: ({ indicator }, actor) => archiveIndicator(actor, indicator.id, true),
    grid: "+++........",
  },
  "users/account changePassword": {
    call: (_, actor) =>
      changePassword(actor, {
        ...{
          oldPassword: password,
          newPassword: "kata sandi baru",
          repeatPassword: "kata sandi baru",
          revokesTokens: true,
        },
      }),
    prepare: (_, actor) => db.user.update({ where: { id: actor.userId }, data: { passwordHash } }),
    grid: "+++++++++++",
  },
  "users/writes addUser": {
    call: async ({ host }, actor) =>
      addUser(
        await inLastSession(actor),
        newUserSchema.parse({
          ...{ id: randomUUID(), organisationId: host.id, name: "Orang baru", email: "baru@lokmin.example" },
          role: "PUSKESMAS_STAFF",
        }),
      ),
    grid: adminsAbove,
  },
  "users/first-users addFirstUsers": {
    call: async ({ host }, actor) => {
      const row = { id: randomUUID(), organisationId: host.id, name: "Orang baru", email: "baru@lokmin.example" };
      return addFirstUsers(
        await inLastSession(actor),
        firstUsersSchema.parse({ rows: [{ ...row, role: "PUSKESMAS_STAFF" }] }),
      );
    },
    grid: adminsAbove,
  },
  "users/many-links giveLinks": {
    call: async ({ user }, actor) => giveLinks(await inLastSession(actor), [user.id]),
    prepare: (_, actor) => makeSession({ id: actor.userId }),
    grid: adminsAbove,
  },
  "users/writes editUser": {
    call: ({ user: { id, version, email } }, actor) =>
      editUser({ ...actor, sessionId: "" }, id, {
        ...userSchema.parse({ name: "Nama lain", email, role: "PUSKESMAS_READER" }),
        version,
      }),
    grid: adminsAbove,
  },
  "users/writes renewLink": {
    call: async ({ user }, actor) => renewLink(await inLastSession(actor), user.id),
    prepare: (_, actor) => makeSession({ id: actor.userId }),
    grid: adminsAbove,
  },
  "users/recover recoverUser": {
    call: async ({ user }, actor) => recoverUser(await inLastSession(actor), user.id),
    prepare: (_, actor) => makeSession({ id: actor.userId }),
    grid: adminsAbove,
  },
  "second-factor/office-rule setFactorRule": {
    call: async (_, actor) => setFactorRule(await inLastSession(actor), { ofOwnAdmins: true, ofAdminsBelow: false }),
    prepare: async (_, actor) => [await makeSession({ id: actor.userId }), await makeApp({ id: actor.userId })],
    grid: "+....+.+.++",
  },
  "users/writes deactivateUser": { call: ({ user }, actor) => deactivateUser(actor, user.id), grid: adminsAbove },
  "users/writes reactivateUser": {
    call: ({ user }, actor) => reactivateUser(actor, user.id),
    prepare: ({ user }) => db.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } }),
    grid: adminsAbove,
  },
  "organisations/writes addPuskesmas": {
    call: ({ dinkes }, actor) =>
      addPuskesmas(actor, dinkes.id, newPuskesmasSchema.parse({ ...office, id: randomUUID(), areaCode: "18.01.15" })),
    grid: ".......+..+",
  },
  "organisations/writes editPuskesmas": {
    call: ({ host: { id } }, actor) =>
      editPuskesmas(actor, id, { ...puskesmasSchema.parse({ ...office, areaCode: "18.01.15" }), version: 0 }),
    grid: ".......+..+",
  },
  "organisations/writes editDinkes": {
    call: ({ dinkes: { id } }, actor) => editDinkes(actor, id, { ...dinkesSchema.parse(office), version: 0 }),
    grid: ".......+..+",
  },
  "organisations/writes addKabupaten": {
    call: (_, actor) =>
      addKabupaten(actor, newKabupatenSchema.parse({ ...office, id: randomUUID(), areaCode: "18.99" })),
    prepare: () => db.area.create({ data: { code: "18.99", name: "KABUPATEN UJI", parentCode: "18" } }),
    grid: "..........+",
    others: { M: "-" },
  },
  "office-import/proposed addProposedOffices": {
    call: (_, actor) => {
      const row = { district: "18.01.04", chosen: "ya", name: "Puskesmas usulan" };
      return addProposedOffices(actor, proposedOfficesSchema.parse({ rows: [row] }));
    },
    grid: ".......+.+.",
  },
  "organisations/province addOfficeAbove": {
    call: async (_, actor) =>
      addOfficeAbove(
        await inLastSession(actor),
        provinceAboveSchema.parse({
          ...{ id: randomUUID(), userId: randomUUID(), organisationName: "Dinkes Provinsi", name: "Admin baru" },
          email: "provinsi@lokmin.example",
        }),
      ),
    prepare: async ({ dinkes, otherDinkes }, actor) => [
      await db.organisation.updateMany({
        where: { id: { in: [dinkes.id, otherDinkes.id] } },
        data: { parentId: null },
      }),
      await makeSession({ id: actor.userId }),
    ],
    // The province of this world has the ministry above it.
    grid: ".......+.+-",
    others: { M: "." },
  },
  "organisations/working-area setWorkingArea": {
    call: ({ host }, actor) =>
      setWorkingArea(actor, host.id, workingAreaSchema.parse({ villageCodes: [village], overlap: "ya" })),
    grid: ".......+..+",
  },
};

// What codes of a DHIS2 mean to an office: its own table, of its own indicators and places.
import { elementAnswer, unitAnswer } from "@/lib/data-exchange/mapping";
import { mapDataElement, mapOrgUnit, unmapDataElement, unmapOrgUnit } from "@/lib/data-exchange/writes";
import { db } from "@/lib/db";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

const element = { dataElement: "f7n9E0hX8qk", categoryOptionCombo: "" };
const orgUnit = "DiszpKrYNg8";

const keep = async ({ host, shared }: World) => {
  const organisationId = host.id;
  await db.mappedDataElement.create({
    data: { ...element, organisationId, indicatorId: shared.id, part: "NUMERATOR" },
  });
  await db.mappedOrgUnit.create({ data: { organisationId, orgUnit, puskesmasId: host.id } });
};

export const mappingWrites: Record<string, OfficeWrite> = {
  "data-exchange/writes mapDataElement": {
    call: ({ shared }, actor) => {
      const indicator = { id: shared.id, name: "", form: shared.form, isCumulative: true, isArchived: false };
      return mapDataElement(actor, { ...element, answer: elementAnswer({ indicator, part: "NUMERATOR" }) });
    },
    // An office knows its own indicators and those above it.
    grid: "+++.++++.--",
  },
  "data-exchange/writes mapOrgUnit": {
    call: ({ host }, actor) =>
      mapOrgUnit(actor, { orgUnit, answer: unitAnswer({ puskesmasId: host.id, villageCode: null, name: "" }) }),
    grid: "+++.---+.-+",
  },
  "data-exchange/writes unmapDataElement": {
    call: (_, actor) => unmapDataElement(actor, element),
    prepare: keep,
    grid: "+++.====.==",
  },
  "data-exchange/writes unmapOrgUnit": {
    call: (_, actor) => unmapOrgUnit(actor, orgUnit),
    prepare: keep,
    grid: "+++.====.==",
  },
};

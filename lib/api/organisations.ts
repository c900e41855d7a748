import { z } from "zod";
import { organisationsWithin } from "@/lib/actor";
import { idCursor, pageOf, pageQuery, readCursor } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import { OrganisationKind } from "@/prisma/generated/enums";

const organisation = z.object({
  id: z.uuid(),
  kind: z.enum(OrganisationKind),
  name: z.string(),
  parentId: z.uuid().nullable().meta({ description: "Instansi yang membinanya" }),
  areaCode: z.string().meta({ description: "Kode wilayah Kemendagri, misalnya 18.01" }),
  registrationCode: z.string().nullable().meta({ description: "Kode registrasi puskesmas" }),
  timeZone: z.string(),
});

const select = {
  id: true,
  kind: true,
  name: true,
  parentId: true,
  areaCode: true,
  registrationCode: true,
  timeZone: true,
} as const;

export const organisations = defineResource({
  path: "organisations",
  summary: "Instansi",
  description: "Instansi pemilik token dan yang dibinanya.",
  item: { name: "Organisation", schema: organisation },
  query: pageQuery.extend({
    kind: z.enum(OrganisationKind).optional(),
    parentId: z.uuid().optional().meta({ description: "Yang langsung di bawah instansi ini" }),
  }),
  async list(actor, { limit, cursor, kind, parentId }) {
    const after = readCursor(idCursor, cursor);
    const rows = await db.organisation.findMany({
      where: {
        AND: [
          organisationsWithin(actor),
          kind ? { kind } : {},
          parentId ? { parentId } : {},
          after ? { id: { gt: after } } : {},
        ],
      },
      orderBy: { id: "asc" },
      take: limit + 1,
      select,
    });
    return pageOf(rows, limit, { keyOf: ({ id }) => id, tell: (row) => row });
  },
});

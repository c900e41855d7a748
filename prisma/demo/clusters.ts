import { randomUUID } from "node:crypto";
import type { OrganisationRow } from "@/tests/factories/organisations";
import type { Rows } from "./demo-rows";
import { beginning, type Staff } from "./offices";

/** Puskesmas of a reviewer's Dinkes that are his to look after. */
export function addCluster(rows: Rows, name: string, reviewer: Staff, members: readonly OrganisationRow[]): string {
  const id = randomUUID();
  rows.clusters.push({ id, name, organisationId: reviewer.office.id, createdAt: beginning });
  rows.clusterMembers.push(...members.map((member) => ({ clusterId: id, organisationId: member.id })));
  rows.clusterReviewers.push({ clusterId: id, userId: reviewer.user.id });
  return id;
}

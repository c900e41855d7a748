// Whether the tables of tests/access name every write and every read; integration/access-*.test.ts try them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/prisma/run/prepare.mjs";
import { certificateWrites, staffCertificateWrites } from "@/tests/access/certificate-writes";
import { clusterWrites } from "@/tests/access/cluster-writes";
import { escalationOfficeWrites, escalationWrites } from "@/tests/access/escalation-writes";
import { figureWrites } from "@/tests/access/figure-writes";
import { letterWrites, paperOfficeWrites } from "@/tests/access/letter-writes";
import { byCode, byNobody, bySignInLink, linkWrites } from "@/tests/access/link-writes";
import { meetingWrites } from "@/tests/access/meeting-writes";
import { needWrites } from "@/tests/access/need-writes";
import { notificationWrites } from "@/tests/access/notification-writes";
import { officeWrites } from "@/tests/access/office-writes";
import { programmeWrites } from "@/tests/access/programme-writes";
import { questionWrites } from "@/tests/access/question-writes";
import { reads, triedElsewhere } from "@/tests/access/reads";
import { resultWrites } from "@/tests/access/result-writes";
import { sessionWrites } from "@/tests/access/session-writes";
import { testWrites } from "@/tests/access/test-writes";
import { trainingEvaluationWrites } from "@/tests/access/training-evaluations";
import { trainingWrites } from "@/tests/access/training-writes";
import { findReads } from "@/tests/setup/reads";
import { findWrites, isStep } from "@/tests/setup/writes";

const ofPersons = [
  meetingWrites,
  certificateWrites,
  staffCertificateWrites,
  resultWrites,
  sessionWrites,
  escalationWrites,
  escalationOfficeWrites,
  notificationWrites,
  officeWrites,
  figureWrites,
  letterWrites,
  paperOfficeWrites,
  clusterWrites,
  programmeWrites,
  questionWrites,
  testWrites,
  trainingWrites,
  trainingEvaluationWrites,
  needWrites,
];
const tables = [...ofPersons, linkWrites, byCode, bySignInLink, byNobody];

test("every function of lib that writes is in the table, and the table names no other", () => {
  const rows = tables.flatMap(Object.keys);
  const named = [...new Set(rows.map((row) => row.replace(/:.*/, "")))].sort();
  const found = findWrites()
    .filter((write) => !isStep(write))
    .map(({ path, name }) => `${path.replace(/^lib\/|\.ts$/g, "")} ${name}`);
  expect(named).toEqual(found.sort());
});

test("every function of lib that reads for an actor is in the table, and the table names no other", () => {
  const named = [...Object.keys(reads), ...Object.keys(triedElsewhere)].map((row) => row.replace(/:.*/, ""));
  const found = findReads().map(({ path, name }) => `${path.replace(/^lib\/|\.ts$/g, "")} ${name}`);
  for (const path of Object.values(triedElsewhere)) expect(existsSync(join(root, path)), path).toBe(true);
  expect([...new Set(named)].sort()).toEqual(found.sort());
});

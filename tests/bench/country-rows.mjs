// A country of puskesmas, row by row as COPY takes them. Meetings come in the order of time, as they do in life: those of
// one kabupaten are scattered among those of all others.

const months = 36;
const attendancesPerMeeting = 33;
const itemsPerMeeting = 11;
const invitationsPerQuarterly = 15;

/** @typedef {{ table: string, columns: string[], lines: Iterable<string> }} Batch */
/** @typedef {{ id: string, name: string, dinkesId: string, kabupaten: number, number: number, zone: string }} Puskesmas */
/** @typedef {{ id: string, number: number, at: Date, isQuarterly: boolean, status: string, of: Puskesmas }} Meeting */

const kinds = /** @type {const} */ ({
  organisation: 1,
  person: 2,
  user: 3,
  meeting: 4,
  invitation: 5,
  attendance: 6,
  item: 7,
  report: 8,
  escalation: 9,
  answer: 10,
  approval: 11,
  submission: 12,
  review: 13,
  cluster: 14,
});

/** In the order of their numbers, as ids with a time in them are. @param {keyof typeof kinds} kind @param {number} number */
export function idOf(kind, number) {
  return `01900000-00${kinds[kind].toString(16).padStart(2, "0")}-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** The same for the same numbers: 0 to 99. @param {number} number @param {number} salt */
function chance(number, salt) {
  return ((Math.imul(number + salt * 7919, 2654435761) >>> 8) % 1000) / 10;
}

const sectors = ["KECAMATAN", "SECURITY", "DESA", "DESA", "DESA", "HEALTH", "EDUCATION", "RELIGION", "NETWORK"];
const activities = [
  "Sweeping imunisasi bayi dan balita",
  "Pemberian makanan tambahan balita gizi kurang",
  "Pemeriksaan jentik berkala bersama kader",
  "Kelas ibu hamil di balai desa",
  "Penyuluhan hipertensi pada pertemuan PKK",
  "Perbaikan jamban keluarga",
  "Penjaringan kesehatan anak sekolah",
];
const places = ["Aula puskesmas", "Aula kantor camat", "Balai desa"];

const pick = (/** @type {readonly string[]} */ list, /** @type {number} */ number) => list[number % list.length] ?? "";
const line = (/** @type {(string | number | null)[]} */ ...cells) =>
  `${cells.map((cell) => (cell === null ? "\\N" : cell)).join("\t")}\n`;
const after = (/** @type {Date} */ at, /** @type {number} */ days) => new Date(at.getTime() + days * 86_400_000);
const day = (/** @type {Date} */ at) => at.toISOString().slice(0, 10);

/** The meetings of a month, those of quarters in its middle month too. @param {Puskesmas[]} all @param {Date} now @param {number} back @param {number} first */
function meetingsOf(all, now, back, first) {
  const begin = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
  const isMiddle = (begin.getUTCMonth() + 1) % 3 === 2;
  /** @type {Meeting[]} */
  const meetings = [];
  for (const of of all)
    for (const isQuarterly of isMiddle ? [false, true] : [false]) {
      const number = first + meetings.length;
      const at = after(begin, 3 + ((of.number * 3 + (isQuarterly ? 11 : 0)) % 24) + 0.09);
      const luck = chance(number, 1);
      const status = at > now ? "SCHEDULED" : luck < 4 ? "CANCELLED" : luck < 9 ? "DRAFT" : "CLOSED";
      meetings.push({ id: idOf("meeting", number), number, at, isQuarterly, status, of });
    }
  return meetings;
}

const isApproved = (/** @type {Meeting} */ { number, status }) => status === "CLOSED" && chance(number, 2) < 85;
const isReported = (/** @type {Meeting} */ meeting) => isApproved(meeting) && chance(meeting.number, 3) < 90;

/** @param {Puskesmas[]} all @param {Date} now @returns {Generator<Batch>} */
export function* batchesOf(all, now) {
  let first = 1;
  for (let back = months - 1; back >= 0; back--) {
    const meetings = meetingsOf(all, now, back, first);
    first += meetings.length;
    yield* rowsOf(meetings, now);
  }
}

/** @param {Meeting[]} meetings @param {Date} now @returns {Generator<Batch>} */
function* rowsOf(meetings, now) {
  const held = meetings.filter(({ status }) => status === "CLOSED");
  const reported = held.filter(isReported);
  const isWaiting = (/** @type {Meeting} */ { at, number }) => after(at, 50) > now && chance(number, 4) < 80;
  const reviewed = reported.filter((meeting) => !isWaiting(meeting));
  yield {
    table: "Meeting",
    columns: [
      ...["id", "kind", "status", "title", "year", "period", "startsAt", "timeZone", "place", "hostId"],
      ...["createdAt", "changedAt", "closedAt", "statusReason"],
    ],
    lines: mapped(meetings, (m) => meetingLine(m)),
  };
  yield {
    table: "MeetingOrganiser",
    columns: ["meetingId", "puskesmasId", "startsAt", "holdsPeriod", "agreedAt"],
    lines: mapped(meetings, (m) =>
      line(m.id, m.of.id, m.at.toISOString(), m.status === "CANCELLED" ? null : periodOf(m), m.at.toISOString()),
    ),
  };
  yield {
    table: "Invitation",
    columns: [
      ...[
        "id",
        "meetingId",
        "title",
        "institution",
        "sector",
        "protocolOrder",
        "holderName",
        "tokenHash",
        "tokenSealed",
      ],
      "handedOutAt",
    ],
    lines: invitationLines(meetings.filter(({ isQuarterly }) => isQuarterly)),
  };
  yield {
    table: "Attendance",
    columns: [
      ...["id", "meetingId", "invitationId", "status", "name", "title", "institution", "source", "markedAt"],
      "confirmedAt",
    ],
    lines: attendanceLines(held),
  };
  yield {
    table: "ActionItem",
    columns: [
      ...["id", "meetingId", "number", "problem", "activity", "responsibleInstitution", "responsibleTitle"],
      ...["responsiblePersonId", "deadline", "priority", "status", "percent", "createdAt"],
    ],
    lines: itemLines(held, now),
  };
  yield {
    table: "ProgressReport",
    columns: ["id", "itemId", "percent", "status", "note", "reporter", "createdAt"],
    lines: reportLines(held, now),
  };
  yield* escalationsOf(held, now);
  yield {
    table: "Approval",
    columns: ["id", "meetingId", "number", "approver", "approvedAt", "checklist"],
    lines: mapped(held.filter(isApproved), (m) =>
      line(idOf("approval", m.number), m.id, 1, "Kepala Contoh", after(m.at, 2).toISOString(), "[]"),
    ),
  };
  yield {
    table: "Submission",
    columns: ["id", "meetingId", "number", "dinkesId", "submitter", "submittedAt", "settledAt"],
    lines: mapped(reported, (m) => {
      const settled = isWaiting(m) ? null : after(m.at, 9).toISOString();
      const sent = after(m.at, 3 + (m.number % 9)).toISOString();
      return line(idOf("submission", m.number), m.id, 1, m.of.dinkesId, "Kepala Contoh", sent, settled);
    }),
  };
  yield {
    table: "SubmissionReview",
    columns: ["id", "submissionId", "decision", "reviewer", "reviewedAt"],
    lines: mapped(reviewed, ({ number, at }) => {
      const when = after(at, 9).toISOString();
      return line(idOf("review", number), idOf("submission", number), "ACCEPTED", "Peninjau Contoh", when);
    }),
  };
  yield {
    table: "Event",
    columns: ["at", "organisationId", "meetingId", "actor", "action", "subjectType", "subjectId", "data"],
    lines: mapped(held, ({ id, at, of }) =>
      line(
        after(at, 1).toISOString(),
        of.id,
        id,
        "Petugas Contoh",
        "meeting.closed",
        "meeting",
        id,
        '{"title":"Lokmin"}',
      ),
    ),
  };
}

/** @template T @param {Iterable<T>} list @param {(one: T) => string} lineOf */
function* mapped(list, lineOf) {
  for (const one of list) yield lineOf(one);
}

const localMonth = (/** @type {Meeting} */ { at }) => at.getUTCMonth() + 1;
const quarterOf = (/** @type {Meeting} */ meeting) => Math.ceil(localMonth(meeting) / 3);

/** @param {Meeting} meeting */
function periodOf(meeting) {
  const year = meeting.at.getUTCFullYear();
  return meeting.isQuarterly
    ? `QUARTERLY_LOKMIN ${year}-${quarterOf(meeting)}`
    : `MONTHLY_LOKMIN ${year}-${localMonth(meeting)}`;
}

/** @param {Meeting} meeting */
function meetingLine(meeting) {
  const { id, number, at, isQuarterly, status, of } = meeting;
  const period = isQuarterly ? quarterOf(meeting) : localMonth(meeting);
  const begun = after(at, -20).toISOString();
  return line(
    ...[id, isQuarterly ? "QUARTERLY_LOKMIN" : "MONTHLY_LOKMIN", status],
    ...[
      isQuarterly ? `Lokakarya Mini Triwulan ${period}` : `Lokakarya Mini Bulan ${period}`,
      at.getUTCFullYear(),
      period,
    ],
    ...[at.toISOString(), of.zone, pick(places, number), of.id, begun, begun],
    ...[status === "CLOSED" ? after(at, 0.2).toISOString() : null, status === "CANCELLED" ? "Hujan" : null],
  );
}

const invitationId = (/** @type {Meeting} */ { number }, /** @type {number} */ index) =>
  idOf("invitation", number * invitationsPerQuarterly + index);

/** @param {Meeting[]} meetings */
function* invitationLines(meetings) {
  for (const meeting of meetings)
    for (let index = 0; index < invitationsPerQuarterly; index++) {
      const id = invitationId(meeting, index);
      const sent = after(meeting.at, -7).toISOString();
      const sector = pick(sectors, index);
      yield line(
        id,
        meeting.id,
        `Jabatan ${index}`,
        `Instansi ${index}`,
        sector,
        10 + index,
        `Pejabat ${index}`,
        id,
        "-",
        sent,
      );
    }
}

/** @param {Meeting[]} meetings */
function* attendanceLines(meetings) {
  for (const meeting of meetings) {
    const { number, isQuarterly, at, id, of } = meeting;
    const when = at.toISOString();
    for (let index = 0; index < attendancesPerMeeting; index++) {
      const invited = isQuarterly && index < invitationsPerQuarterly ? invitationId(meeting, index) : null;
      const status = invited && chance(number * 31 + index, 5) < 25 ? "EXCUSED" : "PRESENT";
      const institution = invited ? `Instansi ${index}` : of.name;
      const key = idOf("attendance", number * attendancesPerMeeting + index);
      yield line(key, id, invited, status, `Peserta ${index}`, `Jabatan ${index}`, institution, "OFFICER", when, when);
    }
  }
}

/** @param {Meeting[]} meetings @param {Date} now */
function* itemsOf(meetings, now) {
  for (const meeting of meetings)
    for (let index = 0; index < itemsPerMeeting; index++) {
      const number = meeting.number * itemsPerMeeting + index;
      const deadline = after(meeting.at, 20 + Math.floor(chance(number, 6)));
      const isOver = deadline < now;
      const luck = chance(number, 7);
      const isOld = after(deadline, 120) < now;
      const isDone = isOver ? luck < (isOld ? 97 : 75) : luck < 20;
      const status = isDone ? "DONE" : luck < 98 ? "IN_PROGRESS" : "NOT_STARTED";
      yield { meeting, number, index, deadline, status };
    }
}

/** @param {Meeting[]} meetings @param {Date} now */
function* itemLines(meetings, now) {
  for (const { meeting, number, index, deadline, status } of itemsOf(meetings, now))
    yield line(
      ...[idOf("item", number), meeting.id, index + 1, "Cakupan belum mencapai target", pick(activities, number)],
      ...[`Instansi ${index}`, `Jabatan ${index}`, idOf("person", meeting.of.number), day(deadline)],
      ...["MEDIUM", status, status === "DONE" ? 100 : status === "IN_PROGRESS" ? 40 : 0, meeting.at.toISOString()],
    );
}

/** One of each row that is done or begun. @param {Meeting[]} meetings @param {Date} now */
function* reportLines(meetings, now) {
  for (const { meeting, number, deadline, status } of itemsOf(meetings, now)) {
    if (status === "NOT_STARTED") continue;
    const late = chance(number, 8) < 20 ? 9 : -6;
    const told = new Date(Math.min(after(deadline, late).getTime(), now.getTime() - 3_600_000));
    const at = told > meeting.at ? told : after(meeting.at, 0.1);
    const percent = status === "DONE" ? 100 : 40;
    yield line(idOf("report", number), idOf("item", number), percent, status, null, "Petugas Contoh", at.toISOString());
  }
}

/** @param {Meeting[]} meetings @param {Date} now @returns {Generator<Batch>} */
function* escalationsOf(meetings, now) {
  const raised = [...itemsOf(meetings, now)].filter(({ number }) => chance(number, 9) < 0.3);
  const closed = (/** @type {{ meeting: Meeting, number: number }} */ { meeting, number }) =>
    after(meeting.at, 45) < now || chance(number, 10) < 30;
  yield {
    table: "Escalation",
    columns: ["id", "itemId", "dinkesId", "reason", "raiser", "raisedAt", "answerBy", "closedAt"],
    lines: mapped(raised, (one) => {
      const { number, meeting } = one;
      const end = closed(one) ? after(meeting.at, 15).toISOString() : null;
      const at = after(meeting.at, 1).toISOString();
      return line(
        idOf("escalation", number),
        idOf("item", number),
        meeting.of.dinkesId,
        "Di luar wewenang",
        "Kepala",
        at,
        day(after(meeting.at, 15)),
        end,
      );
    }),
  };
  yield {
    table: "EscalationAnswer",
    columns: ["id", "escalationId", "outcome", "text", "letterNumber", "letterDate", "answerer", "answeredAt"],
    lines: mapped(raised.filter(closed), ({ number, meeting }) => {
      const at = after(meeting.at, 15);
      const letter = [`440/${number}/Dinkes`, day(at)];
      return line(
        idOf("answer", number),
        idOf("escalation", number),
        "ACTED_ON",
        "Sudah",
        ...letter,
        "Dinas",
        at.toISOString(),
      );
    }),
  };
}

import { type ReportState, reportState, type SentReport } from "@/lib/approvals/report-state";
import { isReportable } from "@/lib/approvals/rules";
import { type ChecklistRow, missingOf } from "@/lib/evidence/judge";
import type { Progress } from "@/lib/meetings/counts";
import { dayOf, formatDayShort } from "@/lib/time";
import type { MeetingKind, MeetingStatus, OrganisationKind } from "@/prisma/generated/enums";

export type WayStep = {
  name: string;
  room: string;
  isDone: boolean;
  isMissed?: boolean;
  says: string;
};

type Meeting = {
  kind: MeetingKind;
  status: MeetingStatus;
  timeZone: string;
  host: { kind: OrganisationKind };
  agenda: readonly unknown[];
  sessions?: number;
  approvals: readonly { approvedAt: Date }[];
};

export type Way = {
  meeting: Meeting;
  counts: Progress;
  checklist: readonly ChecklistRow[];
  submissions: readonly SentReport[];
};

const gathered = ["undangan", "daftar-hadir", "daftar-hadir-kalakarya"];

export function wayOf(way: Way): WayStep[] {
  if (way.meeting.kind === "COACHING_VISIT") return [prepare(way), hold(way), write(way), approve(way)];
  const steps = [prepare(way), invite(way), hold(way), write(way), approve(way)];
  return isReportable(way.meeting.kind, way.meeting.host.kind) ? [...steps, report(way)] : steps;
}

function prepare({ meeting: { kind, status, agenda, sessions = 0 } }: Way): WayStep {
  const isSet = status !== "DRAFT" && status !== "POSTPONED";
  const hasAgenda = kind === "COACHING_VISIT" || agenda.length > 0 || sessions > 0;
  return {
    name: "Siapkan",
    room: kind === "KALAKARYA" && !hasAgenda ? "/pelatihan" : "",
    isDone: isSet && hasAgenda,
    says: !hasAgenda
      ? kind === "KALAKARYA"
        ? "jadwal sesi belum diisi"
        : "susunan acara belum diisi"
      : isSet
        ? "terjadwal"
        : "belum dijadwalkan",
  };
}

function invite({ meeting: { status }, counts }: Way): WayStep {
  const isDone = counts.invited > 0 && counts.handedOut >= counts.invited;
  return {
    name: "Undang",
    room: "/undangan",
    isDone,
    isMissed: !isDone && hasBegun(status),
    says: counts.invited === 0 ? "belum ada undangan" : `${counts.handedOut} dari ${counts.invited} dikirim`,
  };
}

function hold({ counts }: Way): WayStep {
  return {
    name: "Laksanakan",
    room: "/kehadiran",
    isDone: counts.present > 0,
    says: counts.present > 0 ? `${counts.present} hadir` : "daftar hadir kosong",
  };
}

function write({ meeting: { status }, counts, checklist }: Way): WayStep {
  const missing = missingOf(checklist).filter((row) => !gathered.includes(row.key));
  const [first] = missing;
  const isDone = hasBegun(status) && !first;
  return {
    name: "Catat",
    room: first && hasBegun(status) ? (first.room?.path ?? "/pengesahan") : "/notulen",
    isDone,
    says: !hasBegun(status)
      ? "setelah kegiatan dimulai"
      : first
        ? missing.length === 1
          ? first.says
          : `${first.says}, dan ${missing.length - 1} bukti lain`
        : `lengkap, ${counts.actionItems} RTL`,
  };
}

function approve({ meeting, checklist }: Way): WayStep {
  const [approval] = meeting.approvals;
  const missing = missingOf(checklist).length;
  return {
    name: "Sahkan",
    room: "/pengesahan",
    isDone: approval !== undefined,
    says: approval
      ? formatDayShort(dayOf(approval.approvedAt, meeting.timeZone))
      : meeting.status !== "CLOSED"
        ? "belum ditutup"
        : missing > 0
          ? `${missing} bukti belum ada`
          : `menunggu ${approverWords(meeting)}`,
  };
}

function approverWords({ kind, host }: Meeting): string {
  if (kind === "COACHING_VISIT" || (host.kind !== "PUSKESMAS" && host.kind !== "HOSPITAL")) return "admin Dinkes";
  return host.kind === "HOSPITAL" ? "pimpinan rumah sakit" : "kepala puskesmas";
}

function report({ meeting, submissions }: Way): WayStep {
  const state = reportState(meeting.approvals[0], submissions);
  const last = submissions.at(-1);
  const sentOn = last ? formatDayShort(dayOf(last.submittedAt, meeting.timeZone)) : "";
  const says: Record<ReportState, string> = {
    NOT_SENT: "belum dilaporkan ke Dinkes",
    SENT: `${sentOn}, menunggu ditinjau`,
    RETURNED: "dikembalikan Dinkes",
    REVIEWED: "sudah ditinjau Dinkes",
    REOPENED: meeting.approvals[0] ? "belum dilaporkan ke Dinkes" : "dibuka kembali sejak dilaporkan",
  };
  return {
    name: "Laporkan",
    room: "/pengesahan",
    isDone: state === "SENT" || state === "REVIEWED",
    says: says[state],
  };
}

function hasBegun(status: MeetingStatus): boolean {
  return status === "IN_PROGRESS" || status === "CLOSED";
}

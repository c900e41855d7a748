import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Badge } from "@/components/badge";
import { Icon } from "@/components/icon";
import { MeetingStatusBadge } from "@/components/meeting-status";
import { PageHeader } from "@/components/page-header";
import { ReportBadge } from "@/components/reviews/report-badge";
import { reportState } from "@/lib/approvals/report-state";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { isApproved, kindNames } from "@/lib/meetings/rules";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import { requireMeetingOrAsked } from "@/lib/web/meeting";
import { MeetingTabs } from "./meeting-tabs";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting, asked } = await requireMeetingOrAsked((await params).id);
  const { title } = meeting ?? asked;
  return { title: { default: title, template: `%s · ${title.replaceAll("%s", "%")} · Lokmin` } };
}

export default async function MeetingLayout({ params, children }: Props) {
  const found = await requireMeetingOrAsked((await params).id);
  const meeting = found.meeting ?? found.asked;
  return (
    <>
      <PageHeader title={meeting.title} crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]}>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <MeetingStatusBadge status={meeting.status} />
          {found.meeting && isApproved(found.meeting) && (
            <Badge tone="done" icon="check">
              Disahkan
            </Badge>
          )}
          {found.meeting && <ReportOf meeting={found.meeting} />}
          <span className="on-summary">{kindNames[meeting.kind]}</span>
          <span>
            {formatDay(dayOf(meeting.startsAt, meeting.timeZone))},{" "}
            {formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)}
          </span>
          <span className="on-summary inline-flex items-center gap-1">
            <Icon name="pin" className="size-4 text-muted" />
            {meeting.place}
          </span>
        </div>
        {found.meeting?.statusReason && (
          <p className="mt-2">
            <b>Alasan:</b> {found.meeting.statusReason}
          </p>
        )}
      </PageHeader>
      {found.meeting && <MeetingTabs id={meeting.id} kind={meeting.kind} />}
      {children}
    </>
  );
}

function ReportOf({ meeting: { approvals, submissions } }: { meeting: FoundMeeting }) {
  const state = reportState(approvals[0], submissions);
  return state === "NOT_SENT" ? null : <ReportBadge state={state} />;
}

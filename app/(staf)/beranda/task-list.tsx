import Link from "next/link";
import type { Coming } from "@/lib/first-day/coming";
import type { NeedingAttention } from "@/lib/follow-up/reads";
import type { FollowUpTask } from "@/lib/follow-up/tasks";
import type { MeetingTask } from "@/lib/meetings/task";
import { dueWords } from "@/lib/plan/rules";
import { formatDistance } from "@/lib/time";

type Props = {
  tasks: readonly MeetingTask[];
  items: readonly NeedingAttention[];
  /** Reports to check, escalations and their answers. */
  followUpTasks: readonly FollowUpTask[];
  today: string;
  /** Told where nothing waits. */
  coming: readonly Coming[];
  showPuskesmas?: boolean;
};

/** What needs me today: each row a verb, a reason and a date. */
export function TaskList({ tasks, items, followUpTasks, today, coming, showPuskesmas = false }: Props) {
  return (
    <section aria-labelledby="perlu">
      <h2 id="perlu" className="mb-2">
        Perlu Anda kerjakan
      </h2>
      {tasks.length + items.length + followUpTasks.length === 0 ? (
        <ComingList coming={coming} />
      ) : (
        <ul className="border-t border-line">
          {tasks.map((task) => (
            <li key={`${task.meetingId}${task.verb}`} className="border-b border-line py-3">
              <Link href={`/kegiatan/${task.meetingId}${task.room}`} prefetch={false} className="link font-semibold">
                {task.verb}: {task.title}
              </Link>
              <p className={task.isLate ? "text-sm text-late" : "text-sm text-muted"}>
                {formatDistance(today, task.day)}, {task.reason}
              </p>
            </li>
          ))}
          {followUpTasks.map((task) => (
            <li key={task.href} className="border-b border-line py-3">
              <Link href={task.href} prefetch={false} className="link font-semibold">
                {task.title}
              </Link>
              <p className={task.isLate ? "text-sm text-late" : "text-sm text-muted"}>
                {task.day && `${formatDistance(today, task.day)}, `}
                {task.reason}
              </p>
            </li>
          ))}
          {items.map((item) => (
            <li key={`${item.reason}${item.id}`} className="border-b border-line py-3">
              <Link href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} prefetch={false} className="link font-semibold">
                {verbOf(item, showPuskesmas)}: {item.activity}
              </Link>
              <p className={item.reason === "overdue" ? "text-sm text-late" : "text-sm text-muted"}>
                {item.reason === "comment" ? `${item.author}: ${shorten(item.text)}` : dueWords(item, today)}
                {showPuskesmas && ` · ${item.puskesmas.join(", ")}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ComingList({ coming }: { coming: readonly Coming[] }) {
  if (coming.length === 0) return <p className="text-muted">Semua pekerjaan sudah selesai.</p>;
  return (
    <>
      <p className="mb-1 text-muted">Semua pekerjaan sudah selesai. Berikutnya:</p>
      <ul className="border-t border-line">
        {coming.map(({ title, reason, href }) => (
          <li key={href} className="border-b border-line py-3">
            <Link href={href} prefetch={false} className="link font-semibold">
              {title}
            </Link>
            <p className="text-sm text-muted">{reason}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function shorten(text: string): string {
  return text.length > 140 ? `${text.slice(0, 137)}…` : text;
}

/** A puskesmas answers and reports; a Dinkes reads and asks. */
function verbOf(item: NeedingAttention, isDinkes: boolean): string {
  if (item.reason === "comment") return isDinkes ? "Baca jawaban" : "Jawab komentar";
  return isDinkes ? "Tanyakan" : "Laporkan kemajuan";
}

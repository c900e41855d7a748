import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { OfficeChoice } from "@/components/office-choice";
import { PuskesmasChoice } from "@/components/puskesmas-choice";
import { readCurve } from "@/lib/assignments/curve";
import { assignmentFilterSchema } from "@/lib/assignments/filter";
import { findOfficeView } from "@/lib/organisations/office-view";
import { professionNames } from "@/lib/staff/professions";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { Profession } from "@/prisma/generated/enums";
import { AssignmentFrame } from "../assignment-frame";
import { AssignmentCurve } from "./assignment-curve";

export const metadata: Metadata = { title: "Perkembangan penugasan" };

/** How many served in each year, and why the others no longer do. */
export default async function CurvePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: queryText(query.puskesmas) });
  const { profesi } = assignmentFilterSchema.parse(query);
  const years = await readCurve(view.actor, { profession: profesi, puskesmasId: view.puskesmasId }, new Date());
  return (
    <AssignmentFrame actor={actor} here="/penugasan/perkembangan">
      <form method="get" action="/penugasan/perkembangan" className="no-print mb-5 flex flex-wrap items-end gap-3">
        <OfficeChoice view={view} />
        <PuskesmasChoice members={view.members} chosen={view.puskesmasId} />
        <label className="block min-w-0 sm:w-56">
          <span className="mb-1 block text-sm">Profesi</span>
          <select key={profesi} name="profesi" defaultValue={profesi ?? ""} className="input">
            <option value="">Semua profesi</option>
            {Object.values(Profession).map((profession) => (
              <option key={profession} value={profession}>
                {professionNames[profession]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          Terapkan
        </button>
      </form>
      {years.length === 0 ? (
        <EmptyState title="Belum ada penugasan">Grafik muncul sesudah penugasan pertama dicatat.</EmptyState>
      ) : (
        <AssignmentCurve years={years} />
      )}
    </AssignmentFrame>
  );
}

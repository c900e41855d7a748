import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { FilterChips } from "@/components/list/filter-chips";
import { OfficeChoice } from "@/components/office-choice";
import { Pager } from "@/components/pager";
import { PuskesmasChoice } from "@/components/puskesmas-choice";
import { assignmentFilterSchema } from "@/lib/assignments/filter";
import { countAssignments, listAssignments } from "@/lib/assignments/reads";
import { assignmentStates, canAssign, stateNames, stateSlugs } from "@/lib/assignments/rules";
import { findOfficeView } from "@/lib/organisations/office-view";
import { noteListReading } from "@/lib/privacy/readings";
import { professionNames } from "@/lib/staff/professions";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { Profession } from "@/prisma/generated/enums";
import { AssignmentFrame } from "./assignment-frame";
import { AssignmentTable } from "./assignment-table";

export const metadata: Metadata = { title: "Penugasan khusus" };

/** Who is assigned where until when, and whose term is about to end. */
export default async function AssignmentsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: queryText(query.puskesmas) });
  const filter = { ...assignmentFilterSchema.parse(query), puskesmas: view.puskesmasId };
  const now = new Date();
  const [{ assignments, hasMore, page, state }, counts] = await Promise.all([
    listAssignments(view.actor, filter, now),
    countAssignments(view.actor, filter, now),
  ]);
  await noteListReading(
    actor,
    "staff-list",
    assignments.map(({ organisation }) => organisation.id),
  );
  const { profesi, puskesmas, q } = filter;
  const narrowed = { profesi, puskesmas, q, dinkes: view.officeId };
  const hrefOf = (halaman: number) =>
    withQuery("/penugasan", { ...narrowed, keadaan: stateSlugs[state], halaman: halaman > 1 ? halaman : undefined });
  return (
    <AssignmentFrame actor={actor} here="/penugasan">
      <form
        method="get"
        action="/penugasan"
        className="no-print mb-5 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      >
        <input type="hidden" name="keadaan" value={stateSlugs[state]} />
        <OfficeChoice view={view} />
        <PuskesmasChoice members={view.members} chosen={puskesmas} />
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
        <label className="block min-w-0 flex-1 sm:max-w-64">
          <span className="mb-1 block text-sm">Nama</span>
          <input type="search" name="q" defaultValue={q ?? ""} className="input" />
        </label>
        <button type="submit" className="button">
          Terapkan
        </button>
      </form>
      <div className="no-print mb-5">
        <FilterChips
          label="Status penugasan"
          isKept={false}
          chips={assignmentStates.map((one) => ({
            href: withQuery("/penugasan", { ...narrowed, keadaan: stateSlugs[one] }),
            label: stateNames[one],
            isHere: one === state,
            count: counts[one],
          }))}
        />
      </div>
      <h2 className="mb-2">
        {stateNames[state]}: {counts[state].toLocaleString("id-ID")} orang
        {page > 1 && `, halaman ${page}`}
      </h2>
      {assignments.length === 0 ? (
        <EmptyState title="Tidak ada penugasan di sini">
          {canAssign(actor)
            ? "Catat penugasan satu per satu dengan tombol di atas, atau impor daftar dari Excel."
            : "Penugasan dicatat oleh Dinas Kesehatan yang menugaskan."}
        </EmptyState>
      ) : (
        <>
          <AssignmentTable assignments={assignments} />
          <Pager previous={page > 1 ? hrefOf(page - 1) : null} next={hasMore ? hrefOf(page + 1) : null} />
        </>
      )}
      {canAssign(actor) && (
        <p className="no-print mt-6">
          <Link href="/impor/penugasan" prefetch={false} className="link inline-flex min-h-11 items-center text-sm">
            Impor dari Excel atau CSV
          </Link>
        </p>
      )}
    </AssignmentFrame>
  );
}

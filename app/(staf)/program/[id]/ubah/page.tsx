import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { listMemberIds } from "@/lib/programmes/reads";
import { canChangeProgramme } from "@/lib/programmes/rules";
import { requireProgramme } from "@/lib/web/programme";
import { closeProgrammeAction, editProgrammeAction } from "../../actions";
import { formChoices, withEmptyRows } from "../../form-choices";
import { ProgrammeForm } from "../../programme-form";

export const metadata: Metadata = { title: "Ubah" };

const decimal = (value: number | null) => (value === null ? null : String(value).replace(".", ","));

export default async function EditProgrammePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, programme } = await requireProgramme((await params).id);
  if (!canChangeProgramme(actor, programme)) notFound();
  const [choices, members] = await Promise.all([formChoices(actor), listMemberIds(programme.id)]);
  const { id, version, name, goal, startsOn, endsOn, visitsPerWeek, teamSize, startClock, endClock } = programme;
  const idsOf = (isVisited: boolean) =>
    members.filter((member) => member.isVisited === isVisited).map(({ organisationId }) => organisationId);
  return (
    <div className="flex flex-col gap-10">
      <ProgrammeForm
        action={editProgrammeAction}
        submit="Simpan perubahan"
        back={`/program/${id}`}
        {...choices}
        initial={{
          ...{ id, version, name, goal, startsOn, endsOn, visitsPerWeek, teamSize, startClock, endClock },
          topics: programme.topics.join("\n"),
          visited: idsOf(true),
          joined: idsOf(false),
          indicators: withEmptyRows(
            programme.indicators.map((row) => ({
              ...{ indicatorId: row.indicatorId, name: row.name, unit: row.unit },
              baseline: decimal(row.baseline),
              target: decimal(row.target),
            })),
          ),
        }}
      />
      <section aria-labelledby="tutup" className="max-w-4xl border-t border-line pt-6">
        <h2 id="tutup" className="mb-2">
          {programme.closedAt ? "Program ini ditutup" : "Tutup program"}
        </h2>
        <p className="mb-3 text-muted">
          {programme.closedAt
            ? "Jadwalnya tidak dapat ditambah. Hasil kunjungan dan RTL tetap dapat dibuka."
            : "Sesudah semua kunjungan selesai. Hasil kunjungan dan RTL tetap ditindaklanjuti."}
        </p>
        <ActionForm
          action={closeProgrammeAction.bind(null, id, programme.closedAt === null)}
          submit={programme.closedAt ? "Buka lagi program" : "Tutup program"}
          tone="plain"
        />
      </section>
    </div>
  );
}

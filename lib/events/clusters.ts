import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatDayShort } from "@/lib/time";

const cluster = z.object({ name: z.string(), members: z.array(z.string()), reviewers: z.array(z.string()) });

type Cluster = z.output<typeof cluster>;

const listed = (names: readonly string[]) => (names.length > 0 ? names.join(", ") : "tidak ada");
const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name));

function whole(verb: string) {
  return kind("cluster", cluster, ({ name, members, reviewers }) => ({
    verb,
    subject: name,
    detail: { anggota: listed(members), peninjau: listed(reviewers) },
  }));
}

function changesOf(before: Cluster, after: Cluster): Record<string, string> {
  const changes = {
    masuk: without(after.members, before.members),
    keluar: without(before.members, after.members),
    "peninjau baru": without(after.reviewers, before.reviewers),
    "bukan peninjau lagi": without(before.reviewers, after.reviewers),
  };
  const lines = Object.entries(changes).filter(([, names]) => names.length > 0);
  return {
    ...(before.name === after.name ? {} : { dari: before.name, menjadi: after.name }),
    ...Object.fromEntries(lines.map(([label, names]) => [label, names.join(", ")])),
  };
}

export const clusterEvents = {
  "cluster.added": whole("membentuk klaster"),
  "cluster.removed": whole("menghapus klaster"),
  "cluster.edited": kind("cluster", z.object({ before: cluster, after: cluster }), ({ before, after }) => ({
    verb: "mengubah klaster",
    subject: after.name,
    detail: changesOf(before, after),
  })),
  "stand-in.added": kind(
    "cluster",
    z.object({ cluster: z.string(), name: z.string(), since: z.string(), until: z.string(), reason: z.string() }),
    ({ cluster: name, name: standIn, since, until, reason }) => ({
      verb: "menugaskan pengganti",
      subject: `${standIn} untuk ${name}`,
      detail: { sejak: formatDayShort(since), sampai: formatDayShort(until), alasan: reason },
    }),
  ),
  "stand-in.ended": kind("cluster", z.object({ cluster: z.string(), name: z.string() }), (data) => ({
    verb: "mengakhiri tugas pengganti",
    subject: `${data.name} untuk ${data.cluster}`,
  })),
};

import { CheckboxGroup, TextField } from "@/components/form/field";
import type { ClusterChoice } from "@/lib/clusters/reads";
import type { MemberWords } from "@/lib/clusters/rules";

type Props = {
  words: MemberWords;
  choices: readonly ClusterChoice[];
  reviewers: readonly { id: string; name: string; position: string | null }[];
  cluster?: { id: string; name: string; reviewers: readonly { id: string }[] };
};

/** Name, members and reviewers of a cluster; what is in another one says so and moves when ticked. */
export function ClusterFields({ words, choices, reviewers, cluster }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="Nama klaster"
        initial={cluster?.name}
        autoComplete="off"
        hint="Misalnya Klaster 1, atau wilayah timur"
      />
      <CheckboxGroup
        name="members[]"
        legend={words.legend}
        columns
        options={choices.map(({ id, name, cluster: inside }) => ({
          value: id,
          label: name,
          ...(inside && inside.id !== cluster?.id ? { hint: `sekarang di ${inside.name}; pindah bila dicentang` } : {}),
        }))}
        initial={choices.filter((choice) => cluster && choice.cluster?.id === cluster.id).map(({ id }) => id)}
      />
      {reviewers.length > 0 ? (
        <CheckboxGroup
          name="reviewers[]"
          legend="Peninjau (TPCB)"
          columns
          options={reviewers.map(({ id, name, position }) => ({
            value: id,
            label: name,
            ...(position ? { hint: position } : {}),
          }))}
          initial={cluster?.reviewers.map(({ id }) => id) ?? []}
        />
      ) : (
        <p className="text-muted">
          Belum ada peninjau di kantor Anda. Tambahkan lewat Pengguna dengan peran Peninjau Dinas Kesehatan, lalu pilih
          di sini.
        </p>
      )}
    </>
  );
}

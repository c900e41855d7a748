import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, RadioGroup, SelectField, TextField } from "@/components/form/field";
import { checkNames, type ListedRule } from "@/lib/evidence/rules";
import { evidenceChecks, evidenceKinds } from "@/lib/evidence/schema";
import { kindNames } from "@/lib/meetings/rules";
import { saveRuleAction } from "./actions";

/** A rule to change, or an empty one under a key of its own. */
export function RuleForm({ rule, ruleKey }: { rule: ListedRule | undefined; ruleKey: string }) {
  return (
    <ActionForm
      action={saveRuleAction}
      submit={rule ? "Simpan perubahan" : "Tambah bukti"}
      aside={
        <Link href="/pengaturan/bukti" prefetch={false} className="link inline-flex min-h-11 items-center">
          Kembali tanpa menyimpan
        </Link>
      }
    >
      <input type="hidden" name="key" value={ruleKey} />
      <TextField
        name="ep"
        label="EP atau dasarnya"
        initial={rule?.ep}
        hint="Misalnya: 1.6.2 a, atau Perbup 12/2026"
        maxLength={60}
      />
      <TextField name="text" label="Bukti yang diminta" initial={rule?.text} maxLength={300} />
      <CheckboxGroup
        name="kinds[]"
        legend="Untuk kegiatan"
        initial={rule ? [...rule.kinds] : []}
        options={evidenceKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        columns
      />
      <RadioGroup
        name="isRequired"
        legend="Perlu sebelum disahkan"
        initial={rule ? (rule.isRequired ? "ya" : "tidak") : "ya"}
        options={[
          { value: "ya", label: "Wajib", hint: "Tanpa bukti ini kegiatan tidak dapat disahkan" },
          { value: "tidak", label: "Tambahan", hint: "Ditampilkan, tetapi tidak menahan pengesahan" },
        ]}
      />
      <SelectField
        name="check"
        label="Cara memeriksa"
        initial={rule?.check}
        empty="Ditandai petugas, dengan tempat menyimpannya"
        options={evidenceChecks.map((check) => ({ value: check, label: `Otomatis: ${checkNames[check]}` }))}
      />
    </ActionForm>
  );
}

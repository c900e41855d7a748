import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { groundName } from "@/lib/evidence/rules";

const rule = z.object({ ep: z.string(), text: z.string() });

const ruleWords = ({ ep, text }: z.output<typeof rule>) => `${groundName(ep)}: ${text}`;

function ofRule(verb: string) {
  return kind("evidence-rule", rule, (data) => ({ verb, subject: ruleWords(data) }));
}

export const evidenceEvents = {
  "evidence-rule.added": ofRule("menambah daftar bukti"),
  "evidence-rule.changed": ofRule("mengubah daftar bukti"),
  "evidence-rule.hidden": ofRule("menyembunyikan dari daftar bukti"),
  "evidence-rule.shown": ofRule("mengembalikan ke daftar bukti"),
  "evidence-rule.restored": ofRule("mengembalikan bukti bawaan"),
  "evidence.ticked": kind("evidence-rule", rule.extend({ note: z.string() }), ({ note, ...data }) => ({
    verb: "menandai bukti ada",
    subject: ruleWords(data),
    detail: { tempat: note },
  })),
  "evidence.unticked": kind("evidence-rule", rule, (data) => ({
    verb: "mencabut tanda bukti",
    subject: ruleWords(data),
  })),
};

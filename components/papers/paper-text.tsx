import type { Run, Text } from "@/lib/papers/model";

export function PaperText({ text }: { text: Text }) {
  if (typeof text === "string") return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence keep their order
  return text.map((run, index) => <PaperRun key={index} run={run} />);
}

function PaperRun({ run: { text, bold, italic, underline } }: { run: Run }) {
  if (bold) return <strong>{text}</strong>;
  if (italic) return <em>{text}</em>;
  return underline ? <u>{text}</u> : text;
}

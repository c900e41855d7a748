import { Icon, type IconName } from "@/components/icon";

export type Tone = "plain" | "accent" | "soon" | "late" | "done";

const tones: Record<Tone, string> = {
  plain: "border-edge text-muted",
  accent: "border-accent bg-accent-soft text-accent-strong",
  soon: "border-soon bg-soon-soft text-soon",
  late: "border-late bg-late-soft text-late",
  done: "border-done bg-done-soft text-done",
};

/** A state in a word; the colour only repeats it. */
export function Badge({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconName; children: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded border px-2 py-0.5 text-sm font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </span>
  );
}

import { Icon, type IconName } from "@/components/icon";

export type Tone = "plain" | "accent" | "soon" | "late" | "done";

/** A state in a word; the colour only repeats it. */
export function Badge({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconName; children: string }) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </span>
  );
}

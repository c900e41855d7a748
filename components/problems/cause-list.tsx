import { causeGroupNames } from "@/lib/problems/rules";
import { causeGroups } from "@/lib/problems/schema";
import type { CauseGroup } from "@/prisma/generated/enums";

export type Cause = { group: CauseGroup; text: string };

/** Causes by the groups of the fishbone that have any. */
export function CauseList({ causes, className = "" }: { causes: readonly Cause[]; className?: string }) {
  const groups = causeGroups.flatMap((group) => {
    const texts = causes.filter((cause) => cause.group === group).map((cause) => cause.text);
    return texts.length > 0 ? [{ group, texts }] : [];
  });
  return (
    <dl className={`grid gap-x-4 gap-y-1 sm:grid-cols-[7rem_minmax(0,1fr)] ${className}`}>
      {groups.map(({ group, texts }) => (
        <div key={group} className="contents">
          <dt className="text-muted">{causeGroupNames[group]}</dt>
          <dd>
            {texts.length === 1 ? (
              texts[0]
            ) : (
              <ul className="list-disc pl-5">
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

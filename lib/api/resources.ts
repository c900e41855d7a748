import { actionItems } from "@/lib/api/action-items";
import { attendances } from "@/lib/api/attendance";
import { figures } from "@/lib/api/figures";
import { indicators } from "@/lib/api/indicators";
import { meetings } from "@/lib/api/meetings";
import { organisations } from "@/lib/api/organisations";
import { puskesmasFigures } from "@/lib/api/puskesmas-figures";
import type { Resource } from "@/lib/api/resource";

export const resources: readonly Resource[] = [
  organisations,
  meetings,
  actionItems,
  attendances,
  indicators,
  figures,
  puskesmasFigures,
];

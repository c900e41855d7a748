import { type AreaWords, areaWordsOf, generalWords, villageKindsOf } from "@/lib/area-words/words";
import { type Db, db } from "@/lib/db";

/** The words of an office's own area. Not narrowed by an actor: for what he was allowed to see. */
export async function areaWordsOfOffice(organisationId: string, tx: Db = db): Promise<AreaWords> {
  const office = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { areaCode: true, workingArea: { select: { villageCode: true } } },
  });
  if (!office) return generalWords;
  return areaWordsOf(office.areaCode, villageKindsOf(office.workingArea.map(({ villageCode }) => villageCode)));
}

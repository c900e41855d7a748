import { db } from "@/lib/db";
import { hashPassword } from "@/lib/users/sign-in";
import { playBanten } from "./banten";
import { noRows, saveRows } from "./demo-rows";
import { addExpectations, giveTypes } from "./expectations";
import { playMalangke } from "./malangke";
import { playMukomuko } from "./mukomuko";
import { drawPhotos } from "./photos";
import { keepContents } from "./reviews";
import { playSenduro } from "./senduro";
import { playSragi } from "./sragi";
import { account, type DemoFile, type Stage } from "./stage";

export type { DemoFile } from "./stage";

export async function isEmpty(): Promise<boolean> {
  return (await db.organisation.count()) === 0;
}

/**
 * Fills the five cases, dated from `now`, into a database that holds areas and nothing else. All or nothing: a
 * second filling fails on the users' addresses and changes nothing.
 * @param password of every account
 */
export async function fillDemo(password: string, now = new Date()): Promise<DemoFile> {
  const [passwordHash, villages, photos] = await Promise.all([hashPassword(password), findVillages(), drawPhotos()]);
  const stage: Stage = {
    rows: noRows(),
    now,
    passwordHash,
    photos,
    villagesOf(districtCode) {
      const found = villages.get(districtCode);
      if (!found) throw new Error(`The areas hold no desa of ${districtCode}: load them before the demo`);
      return found;
    },
  };
  const cases = [playSragi, playMalangke, playSenduro, playMukomuko, playBanten].map((play) => play(stage));
  giveTypes(stage.rows);
  addExpectations(stage.rows, now);
  await saveRows(stage.rows);
  await keepContents(new Date(now.getTime() - 100 * 86_400_000));
  return {
    accounts: cases.flatMap((played) => played.accounts.map(account)),
    links: cases.flatMap((played) => played.links),
  };
}

/** Kabupaten whose desa the cases use. */
const regencies = ["18.01", "73.22", "35.08", "17.06", "36.04"];

async function findVillages() {
  const rows = await db.area.findMany({
    where: { parent: { parentCode: { in: regencies } } },
    orderBy: { code: "asc" },
    select: { code: true, name: true, parentCode: true },
  });
  const groups = new Map<string, { code: string; name: string }[]>();
  for (const { parentCode, ...village } of rows) {
    if (parentCode) groups.set(parentCode, [...(groups.get(parentCode) ?? []), village]);
  }
  return groups;
}

// An office's own words on its papers: checked when saved, read by the paper, put back by deleting the row.
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { listExamples } from "@/lib/papers/examples";
import { findPaperKind } from "@/lib/papers/kinds";
import { findOwnWording, listOfficePapers, papersOfOffice } from "@/lib/papers/office-papers";
import { preparePaper } from "@/lib/papers/prepare";
import { textsOf } from "@/lib/papers/texts";
import { wordingSchema } from "@/lib/papers/wording-schema";
import { dropWording, saveWording } from "@/lib/papers/wording-writes";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

async function world() {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host, title: "Lokmin Triwulan II" });
  const paper = findPaperKind("undangan");
  if (!paper) throw new Error("There is no invitation letter");
  return { dinkes, host, staff, meeting, paper };
}

test("the words an office saved are on its paper, and the default ones come back by deleting the row", async () => {
  const { staff, meeting, paper } = await world();
  const wordsOf = async () => {
    const prepared = await preparePaper(staff, "undangan", meeting.id, {});
    return prepared
      ? textsOf(prepared.paper)
          .map(({ text }) => text)
          .join("\n")
      : "";
  };
  const closing = "Sampai bertemu pada {kegiatan}.";
  expect(await saveWording(staff, paper, { closing })).toEqual({ ok: true });
  expect(await wordsOf()).toContain("Sampai bertemu pada Lokmin Triwulan II.");
  expect(await saveWording(staff, paper, { closing })).toEqual({ ok: true });
  expect((await findOwnWording(staff, paper)).filter(({ isOwn }) => isOwn).map(({ part }) => part)).toEqual([
    "closing",
  ]);
  expect((await listOfficePapers(staff)).find((one) => one.paper.kind === paper.kind)?.ownParts).toBe(1);
  await dropWording(staff, paper);
  expect(await wordsOf()).not.toContain("Sampai bertemu");
  await saveWording(staff, paper, { closing });
  await saveWording(staff, paper, { closing: paper.wording.closing?.text ?? "" });
  expect(await db.paperWording.count()).toBe(0);
  expect((await listSentences({ action: { startsWith: "paper-wording" } })).map(({ says }) => says)).toEqual([
    "mengubah naskah: Surat undangan",
    "mengembalikan naskah bawaan: Surat undangan",
    "mengubah naskah: Surat undangan",
    "mengubah naskah: Surat undangan",
  ]);
});

test("an unknown, a misspelt and an unclosed placeholder and a bracket are named where they are", async () => {
  const { paper } = await world();
  const texts = Object.fromEntries(Object.entries(paper.wording).map(([part, { text }]) => [part, text]));
  const issuesOf = (closing: string) =>
    wordingSchema(paper.wording)
      .safeParse({ ...texts, closing })
      .error?.issues.map(({ path, message }) => `${path.join()}: ${message}`)
      .join("\n");
  expect(issuesOf("Hadir di {kegitan} pada {tanggal lahir} dan {kegiatan")).toMatch(
    /^closing: .*Maksud Anda \{kegiatan\}\? .*\{tanggal lahir\} tidak dikenal.* Isian \{kegiatan belum ditutup/s,
  );
  expect(issuesOf("Yth. [Nama Camat]")).toContain("Ganti [Nama Camat] dengan kata sebenarnya");
  expect(issuesOf("{kegiatan} dengan tanda & < > yang biasa")).toBeUndefined();
});

test("a Dinkes words its replies, a puskesmas the rest; examples are the office's own", async () => {
  const { dinkes, staff, meeting, paper } = await world();
  const admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  expect(papersOfOffice(admin).map(({ kind }) => kind)).toEqual([
    "visit-report",
    "programme-report",
    "escalation-reply",
    "feedback-letter",
  ]);
  expect(papersOfOffice(staff).map(({ kind }) => kind)).not.toContain("escalation-reply");
  expect((await listExamples(staff, paper)).map(({ subjectId }) => subjectId)).toEqual([meeting.id]);
  expect(await listExamples(admin, paper)).toEqual([]);
});

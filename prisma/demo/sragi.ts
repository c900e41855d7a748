import { dayToDate } from "@/lib/time";
import { addApprovals } from "./approvals";
import { calendarOf } from "./calendar";
import { addCluster } from "./clusters";
import { addDirectory } from "./directory";
import { giveTypes } from "./expectations";
import { addOffice, addPuskesmas, addStaff, beginning } from "./offices";
import { addFeedback } from "./reviews";
import { addSragi2025 } from "./sragi-2025";
import { addFigures } from "./sragi-figures";
import { addSragiNow } from "./sragi-now";
import { katibungPeople, sragiPeople } from "./sragi-people";
import { addSragiProgramme } from "./sragi-programme";
import { addRegister, sragiRegister } from "./staff";
import type { Shown, Stage } from "./stage";
import { addTaker, addTemplate } from "./templates";

/** Case 1: Lokmin lintas sektor at UPTD Puskesmas Rawat Inap Sragi, Kabupaten Lampung Selatan. */
export function playSragi(stage: Stage): Shown {
  const { rows, passwordHash, villagesOf } = stage;
  const provinsi = addOffice(rows, {
    kind: "PROVINCIAL_DINKES",
    name: "Dinas Kesehatan Provinsi Lampung",
    areaCode: "18",
    // The first of all: its admin looks after the installation.
    createdAt: new Date(beginning.getTime() - 1000),
  });
  const dinkes = addOffice(rows, {
    kind: "DISTRICT_DINKES",
    name: "Dinas Kesehatan Kabupaten Lampung Selatan",
    parentId: provinsi.id,
    areaCode: "18.01",
  });
  const sragiVillages = villagesOf("18.01.15");
  const katibungVillages = villagesOf("18.01.08");
  const sragi = addPuskesmas(
    rows,
    dinkes,
    { name: "UPTD Puskesmas Rawat Inap Sragi", areaCode: "18.01.15" },
    sragiVillages,
  );
  const katibung = addPuskesmas(
    rows,
    dinkes,
    { name: "Puskesmas Rawat Inap Katibung", areaCode: "18.01.08" },
    katibungVillages,
  );
  const people = {
    provinsi: addStaff(
      rows,
      provinsi,
      "DINKES_ADMIN",
      { email: "admin@lampung", name: "Kartika Anindyasari", position: "Pengelola data" },
      passwordHash,
    ),
    admin: addStaff(
      rows,
      dinkes,
      "DINKES_ADMIN",
      { email: "admin@lamsel", name: "Fajar Nugrohoadi", position: "Pengelola data" },
      passwordHash,
    ),
    reviewer: addStaff(
      rows,
      dinkes,
      "DINKES_REVIEWER",
      { email: "pembina@lamsel", name: "Lidya Kusumastuti, S.K.M.", position: "Tim Pembina Cluster Binaan" },
      passwordHash,
    ),
    sragiAdmin: addStaff(
      rows,
      sragi,
      "PUSKESMAS_ADMIN",
      { email: "admin@sragi", name: "Yusnidar Hakimah, S.K.M.", position: "Kepala Subbagian Tata Usaha" },
      passwordHash,
    ),
    sragiHead: addStaff(
      rows,
      sragi,
      "PUSKESMAS_HEAD",
      { email: "kepala@sragi", name: "dr. Retno Palupi Ningrum", position: "Kepala Puskesmas" },
      passwordHash,
    ),
    clerk: addStaff(
      rows,
      sragi,
      "PUSKESMAS_STAFF",
      { email: "tu@sragi", name: "Wahyuni Lestari", position: "Staf Tata Usaha" },
      passwordHash,
    ),
    reader: addStaff(
      rows,
      sragi,
      "PUSKESMAS_READER",
      { email: "baca@sragi", name: "Intan Kusumawardani, S.K.M.", position: "Pengelola Promosi Kesehatan" },
      passwordHash,
    ),
    katibung: addStaff(
      rows,
      katibung,
      "PUSKESMAS_ADMIN",
      { email: "admin@katibung", name: "Marlina Effendie, S.K.M.", position: "Kepala Subbagian Tata Usaha" },
      passwordHash,
    ),
  };
  addCluster(rows, "Klaster Timur", people.reviewer, [sragi, katibung]);
  const directory = addDirectory(rows, sragi, { kecamatan: "Sragi", dinkes, villages: sragiVillages }, sragiPeople);
  addRegister(rows, sragi, sragiRegister, stage.now);
  addDirectory(rows, katibung, { kecamatan: "Katibung", dinkes, villages: katibungVillages }, katibungPeople);

  const setting = {
    rows,
    calendar: calendarOf(stage.now, sragi.timeZone),
    by: people.clerk,
    reviewer: people.reviewer,
    directory,
    villages: sragiVillages,
  };
  addFigures(rows, { dinkes, puskesmas: sragi, villages: sragiVillages }, setting.calendar.today);
  const original = addSragi2025(setting);
  const author = { by: people.sragiAdmin, villages: sragiVillages, kecamatan: "Sragi" };
  const templateId = addTemplate(rows, original, author);
  addTaker(rows, { calendar: setting.calendar, by: people.katibung }, templateId);
  const election = { day: dayToDate(setting.calendar.ahead(45)), name: "Pemilihan kepala desa serentak" };
  rows.holidays.push({ organisationId: dinkes.id, ...election });
  addSragiProgramme(rows, setting.calendar, people.admin, [sragi, katibung]);
  const links = addSragiNow(setting);
  giveTypes(rows);
  addApprovals(rows, { now: stage.now, head: people.sragiHead, clerk: people.clerk, photos: stage.photos });
  addFeedback(rows, stage.now, people.sragiHead.office, { number: "440/118/Dinkes/2026", place: "Kalianda" });
  return {
    accounts: [
      people.clerk,
      people.sragiHead,
      people.sragiAdmin,
      people.reader,
      people.reviewer,
      people.admin,
      people.provinsi,
      people.katibung,
    ],
    links,
  };
}

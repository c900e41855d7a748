import { db } from "@/lib/db";
import { hashPassword } from "@/lib/users/sign-in";

export type DemoFile = {
  accounts: { role: string; email: string; name: string; organisation: string }[];
  links: { path: string; invitee: string; meeting: string }[];
};

export async function isEmpty(): Promise<boolean> {
  return (await db.organisation.count()) === 0;
}

export async function fillDemo(password: string): Promise<DemoFile> {
  const dinkes = await db.organisation.create({
    data: {
      kind: "DINKES_KABUPATEN",
      name: "Dinas Kesehatan Kabupaten Lampung Selatan",
      areaCode: "18.01",
      timeZone: "Asia/Jakarta",
    },
  });
  const sragi = await db.organisation.create({
    data: {
      kind: "PUSKESMAS",
      name: "UPTD Puskesmas Rawat Inap Sragi",
      parentId: dinkes.id,
      areaCode: "18.01.15",
      timeZone: "Asia/Jakarta",
    },
  });
  const passwordHash = await hashPassword(password);
  await db.user.create({
    data: {
      email: "tu@sragi.contoh",
      name: "Wahyuni Lestari",
      role: "PUSKESMAS_STAFF",
      organisationId: sragi.id,
      passwordHash,
    },
  });
  return {
    accounts: [
      { role: "PUSKESMAS_STAFF", email: "tu@sragi.contoh", name: "Wahyuni Lestari", organisation: sragi.name },
    ],
    links: [],
  };
}

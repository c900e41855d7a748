// The delegation letter, and what an invitee learns of a change.
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { db } from "@/lib/db";
import { listLetters } from "@/lib/documents/reads";
import { answerPlainly } from "@/lib/http/plain-http";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

let photo: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  photo = new Uint8Array(
    await sharp({ create: { width: 600, height: 800, channels: 3, background: "#eee" } })
      .jpeg()
      .toBuffer(),
  );
});

let lastAddress = 0;
async function send(token: string, fields: Record<string, string | File>, more: Record<string, string> = {}) {
  lastAddress += 1;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { "x-client-address": `203.0.113.${lastAddress}`, ...more };
  const request = new Request(`http://lokmin.test/u/${token}`, { method: "POST", headers, body });
  const response = await answerPlainly(request, answerInvitee);
  return { status: response.status, body: await response.text() };
}

async function look(token: string) {
  lastAddress += 1;
  const address = `203.0.113.${lastAddress}`;
  return (await answerInvitee({ method: "GET", path: `/u/${token}`, headers: {}, address, body: "" })).body;
}

async function invited(options: Partial<Parameters<typeof makeMeeting>[1]> = {}) {
  const host = await makePuskesmas();
  const meeting = await makeMeeting("SCHEDULED", { host, sequence: 1, ...options });
  return { host, meeting, invitation: await makeInvitation({ meetingId: meeting.id, toldSequence: 1 }) };
}

const delegate = {
  choice: "REPRESENTED",
  delegateName: "Andi <Uji>",
  delegateTitle: "Sekretaris Desa",
  delegateInstitution: "Desa Margasari",
};

describe("a delegation letter", () => {
  test("comes with the answer, is seen by staff, and is one file when sent twice", async () => {
    const { host, meeting, invitation } = await invited();
    const letter = new File([photo], "surat kuasa.heic.jpg");
    const form = { ...delegate, letterId: "01990000-0000-4000-8000-00000000000b", letter };
    expect((await send(invitation.token, form)).status).toBe(303);
    expect((await send(invitation.token, form)).status).toBe(303);
    expect(await db.answer.findMany()).toMatchObject([{ choice: "REPRESENTED", delegateName: "Andi <Uji>" }]);
    const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
    const letters = await listLetters(staff, meeting.id);
    expect(letters).toMatchObject([{ invitationId: invitation.id, mimeType: "image/jpeg" }]);
    const page = await look(invitation.token);
    expect(page).toContain("Surat kuasa: surat kuasa.heic.jpg");
  });

  test("is not needed", async () => {
    const { invitation } = await invited();
    expect((await send(invitation.token, { ...delegate, letter: new File([], "") })).status).toBe(303);
    expect(await db.document.count()).toBe(0);
    expect(await db.answer.count()).toBe(1);
  });

  test.each([
    ["is none", new File(["MZ\u0090 program"], "surat.jpg"), "bukan foto"],
    ["is empty", new File([], "surat.pdf"), "kosong"],
    ["is too big", new File([new Uint8Array(12.5 * 1024 * 1024)], "besar.jpg"), "lebih dari 12 MB"],
    ["is far too big", new File([new Uint8Array(20 * 1024 * 1024)], "besar.jpg"), "lebih dari 12 MB"],
  ])("a file that %s is refused with its reason; the answer and what was typed stay", async (_, letter, reason) => {
    const { invitation } = await invited();
    const reply = await send(invitation.token, { ...delegate, letter });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(reason);
    expect(reply.body).toContain("Jawaban Anda sudah tersimpan");
    expect(reply.body).toContain('value="Andi &lt;Uji&gt;"');
    expect(reply.body).toContain("<details open>");
    expect(await db.answer.count()).toBe(1);
    expect(await db.document.count()).toBe(0);
  });

  test("missing names are asked for before anything is kept", async () => {
    const { invitation } = await invited();
    const letter = new File([photo], "surat.jpg");
    const reply = await send(invitation.token, { ...delegate, delegateTitle: "", letter });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain("Isi jabatan wakil");
    expect(await db.document.count()).toBe(0);
    expect(await db.answer.count()).toBe(0);
  });

  test("of a stranger's link or another site nothing is read", async () => {
    const { invitation } = await invited();
    let wasRead = false;
    const request = {
      method: "POST",
      path: `/u/${invitation.token}`,
      headers: { "sec-fetch-site": "cross-site", "content-type": "multipart/form-data; boundary=x" },
      address: "203.0.113.250",
      body: "",
      upload: async () => {
        wasRead = true;
        return { bytes: Buffer.alloc(0), isCut: false };
      },
    };
    expect((await answerInvitee(request)).status).toBe(403);
    const unknown = { ...request, headers: { "content-type": request.headers["content-type"] } };
    expect((await answerInvitee({ ...unknown, path: `/u/${"x".repeat(22)}` })).status).toBe(404);
    expect(wasRead).toBe(false);
  });

  test("not without end through one link", async () => {
    const { invitation } = await invited();
    const statuses: number[] = [];
    for (let time = 0; time < 8; time += 1) statuses.push((await send(invitation.token, delegate)).status);
    expect(statuses.slice(0, 6).every((status) => status === 303)).toBe(true);
    expect(statuses.slice(6)).toEqual([429, 429]);
  });

  test("while another is still being sent: the page says so, and an answer without one gets through", async () => {
    const { invitation } = await invited();
    const request = {
      method: "POST",
      path: `/u/${invitation.token}`,
      headers: { "content-type": "multipart/form-data; boundary=x" },
      address: "203.0.113.252",
      body: "",
    };
    let arrive = (_: { bytes: Buffer; isCut: boolean }) => {};
    const body = new Promise<{ bytes: Buffer; isCut: boolean }>((done) => {
      arrive = done;
    });
    let isUnderWay = false;
    const first = answerInvitee({
      ...request,
      upload: () => {
        isUnderWay = true;
        return body;
      },
    });
    await vi.waitUntil(() => isUnderWay);
    const second = await send(invitation.token, delegate);
    expect(second.status).toBe(409);
    expect(second.body).toContain("belum tersimpan");
    expect(await db.answer.count()).toBe(0);
    expect((await answerInvitee({ ...request, headers: {}, body: "choice=PRESENT" })).status).toBe(303);
    arrive({ bytes: Buffer.from("kacau"), isCut: false });
    expect((await first).status).toBe(422);
  });

  test("a broken body is asked again", async () => {
    const { invitation } = await invited();
    const reply = await answerInvitee({
      method: "POST",
      path: `/u/${invitation.token}`,
      headers: { "content-type": "multipart/form-data; boundary=x" },
      address: "203.0.113.251",
      body: "",
      upload: async () => ({ bytes: Buffer.from("kacau"), isCut: false }),
    });
    expect(reply.status).toBe(422);
  });
});

describe("a change after the answer", () => {
  async function changed() {
    const it = await invited({ sequence: 2, place: "Balai desa", startsAt: new Date("2031-06-25T02:00:00Z") });
    await db.meetingChange.create({
      data: { meetingId: it.meeting.id, sequence: 2, startsAt: new Date("2031-06-24T01:00:00Z"), place: "Aula camat" },
    });
    return it;
  }

  test("shows old and new, and asks to press again; pressed, it is settled", async () => {
    const { invitation } = await changed();
    await makeAnswer({ invitationId: invitation.id, choice: "REPRESENTED", sequence: 1, delegateName: "Siti" });
    const page = await look(invitation.token);
    expect(page).toContain("Waktu semula Selasa, 24 Juni 2031, pukul 08.00 WIB s.d. selesai");
    expect(page).toContain("menjadi <b>Rabu, 25 Juni 2031, pukul 09.00 WIB s.d. selesai</b>");
    expect(page).toContain("Tempat semula Aula camat<br>menjadi <b>Balai desa</b>");
    const form = /<form method="post">((?:<input[^>]*>)+)<button>Ya, jawaban saya tetap/.exec(page)?.[1] ?? "";
    const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    expect((await send(invitation.token, Object.fromEntries(fields))).status).toBe(303);
    expect(await db.answer.findMany()).toMatchObject([{ choice: "REPRESENTED", delegateName: "Siti", sequence: 2 }]);
    expect(await look(invitation.token)).not.toContain("Ada perubahan");
  });

  test("one who has not answered sees it without the question; one told of it since does not", async () => {
    const { meeting, invitation } = await changed();
    const page = await look(invitation.token);
    expect(page).toContain("Ada perubahan");
    expect(page).not.toContain("Masih berlaku");
    const later = await makeInvitation({ meetingId: meeting.id, toldSequence: 2 });
    expect(await look(later.token)).not.toContain("Ada perubahan");
    const never = await makeInvitation({ meetingId: meeting.id });
    expect(await look(never.token)).not.toContain("Ada perubahan");
  });

  test("there and back again is no change", async () => {
    const { meeting, invitation } = await changed();
    await db.meetingChange.update({
      where: { meetingId_sequence: { meetingId: meeting.id, sequence: 2 } },
      data: { startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: meeting.place },
    });
    expect(await look(invitation.token)).not.toContain("Ada perubahan");
  });
});

describe("the calendar on the page", () => {
  test("the file of this link, and Google's page without it", async () => {
    const { invitation } = await invited();
    const page = await look(invitation.token);
    expect(page).toContain(`href="/u/${invitation.token}/acara.ics"`);
    const google = /href="(https:\/\/calendar\.google\.com[^"]*)"/.exec(page)?.[1] ?? "";
    expect(google).toContain("action=TEMPLATE&amp;");
    expect(google).not.toContain(invitation.token);
  });

  test("not for one who does not come", async () => {
    const { invitation } = await invited();
    await makeAnswer({ invitationId: invitation.id, choice: "ABSENT" });
    expect(await look(invitation.token)).not.toContain("acara.ics");
  });
});

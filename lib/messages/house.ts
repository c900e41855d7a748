import type { MeetingMessage } from "@/lib/messages/rules";

/** The words of the house, used until a puskesmas saves its own. */
export const houseTexts: Record<MeetingMessage, string> = {
  INVITATION: `{sapaan}

{penyelenggara} mengundang Anda pada:
*{kegiatan}*
{hari}, pukul {pukul}
Tempat: {tempat}

Mohon jawab hadir, diwakili, atau tidak hadir lewat tautan pribadi ini:
{tautan}`,
  REMINDER: `{sapaan}

Kami mengingatkan undangan {penyelenggara}:
*{kegiatan}*
{hari}, pukul {pukul}
Tempat: {tempat}

Kami belum menerima jawaban Anda. Mohon jawab lewat tautan pribadi ini:
{tautan}`,
  CHANGE: `{sapaan}

Pemberitahuan dari {penyelenggara} tentang *{kegiatan}*:
{perubahan}

{jawaban}
{tautan}`,
};

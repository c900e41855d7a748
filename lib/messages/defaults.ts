import type { MessageKind } from "@/prisma/generated/enums";

export const defaultTexts: Record<MessageKind, string> = {
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
  FOLLOW_UP: `{sapaan}

{penyelenggara} mengingatkan rencana tindak lanjut dari Lokakarya Mini: {jumlah}.
Paling mendesak: {mendesak}

Mohon laporkan kemajuannya, boleh dengan foto, lewat tautan pribadi ini:
{tautan}`,
};

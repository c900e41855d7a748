import { currentBucket } from "@/lib/documents/bucket";
import { mailSettings } from "@/lib/email/settings";
import { whatsappSettings } from "@/lib/whatsapp/settings";

/** Who else works on personal data for this installation, as its settings say: UU 27/2022, articles 5 and 21. */
export function recipientWords(): string[] {
  return [
    "WhatsApp (Meta), bila petugas mengirimi Anda undangan atau pengingat dari HP-nya: nomor Anda dan isi pesannya, dengan tautan Anda",
    whatsappSettings() &&
      "WhatsApp Business (Meta), yang dipakai kantor ini untuk mengirim undangan: nama, nomor HP, dan tautan Anda",
    mailSettings() &&
      "penyedia email kantor ini, bila Anda dikirimi email: alamat email Anda dan isi pesannya, dengan tautan Anda",
    currentBucket() && "penyedia penyimpanan berkas (S3) kantor ini: foto, tanda tangan, dan surat",
  ].filter((words) => typeof words === "string");
}

import { documentOf } from "@/app/u/[token]/page-html";
import { formatPhone } from "@/lib/directory/rules";
import { escapeHtml } from "@/lib/http/escape-html";
import type { OwnReading } from "@/lib/privacy/staff-data";
import type { OwnRecord } from "@/lib/staff/own-record";
import { employmentStatusNames, licenceKindNames, placementEndNames, professionNames } from "@/lib/staff/professions";
import { expiryOf } from "@/lib/staff/rules";
import { dayOf, formatDayLong, formatMoment } from "@/lib/time";
import { type RequestForm, requestPart } from "./request-html";

/** The title names nobody: chat previews show it to everybody. */
export function ownRecordPage(
  record: OwnRecord,
  readings: readonly OwnReading[],
  now: Date,
  form: RequestForm,
): string {
  const today = dayOf(now, record.timeZone);
  const facts = [
    ["Profesi", professionNames[record.profession]],
    ["NIP", record.nip],
    ["Nomor HP", record.phone && formatPhone(record.phone)],
    ["Email", record.email],
    ["Tanggal lahir", record.bornOn && formatDayLong(record.bornOn)],
  ].filter(([, value]) => value);
  return documentOf(
    "Data pegawai",
    `<p class="by">${escapeHtml(record.keeper)}</p>
<h1>Data Anda sebagai pegawai</h1>
<p class="to"><b>${escapeHtml(record.name)}</b></p>
<dl>${facts.map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value ?? "")}</dd>`).join("")}</dl>
${list("Masa kerja", record.placements.map(placement))}
${list(
  "STR dan SIP",
  record.licences.map((licence) => licenceLine(licence, today)),
)}
${list(
  "Sertifikat",
  record.certificates.map((certificate) => certificateLine(certificate, today)),
)}
${list("Pelatihan", record.trainings.map(training))}
${list(
  "Dibaca orang di luar instansi Anda",
  readings.map((one) => reading(one, record.timeZone)),
)}
${requestPart(record, form)}
<p class="dim own">Halaman ini hanya untuk Anda. Jangan meneruskan tautannya.</p>`,
  );
}

function list(title: string, rows: readonly string[]): string {
  const body =
    rows.length > 0 ? `<ul class="rows">${rows.join("")}</ul>` : `<p class="dim">Belum ada yang tercatat.</p>`;
  return `<h2>${title}</h2>${body}`;
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function placement({ status, position, organisation, startsOn, endsOn, endReason }: OwnRecord["placements"][number]) {
  const words = [employmentStatusNames[status], position].filter(Boolean).join(", ");
  const days = `Sejak ${formatDayLong(startsOn)}${endsOn ? ` sampai ${formatDayLong(endsOn)}` : ""}`;
  const end = endReason ? ` (${lowerFirst(placementEndNames[endReason])})` : "";
  return `<li><b>${escapeHtml(words)}</b><br>${escapeHtml(organisation.name)}<br><span class="dim">${days}${end}</span></li>`;
}

function reading({ firstAt, reader, readerOffice }: OwnReading, timeZone: string): string {
  return `<li><b>${escapeHtml(reader)}</b>, ${escapeHtml(readerOffice)}<br><span class="dim">${formatMoment(firstAt, timeZone)}</span></li>`;
}

function expiry(expiresOn: string | null, today: string): string {
  const { words, tone } = expiryOf(expiresOn, today);
  return `<span class="${tone === "plain" ? "dim" : tone}">${words}</span>`;
}

function licenceLine({ kind, number, expiresOn }: OwnRecord["licences"][number], today: string): string {
  return `<li><b>${licenceKindNames[kind]}</b> ${escapeHtml(number)}<br>${expiry(expiresOn, today)}</li>`;
}

function certificateLine(certificate: OwnRecord["certificates"][number], today: string): string {
  const { name, issuer, number, on, expiresOn } = certificate;
  const words = [issuer, number && `Nomor ${number}`, formatDayLong(on)].filter(Boolean).join(" · ");
  return `<li><b>${escapeHtml(name)}</b><br>${escapeHtml(words)}${expiresOn ? `<br>${expiry(expiresOn, today)}` : ""}</li>`;
}

function training({ title, startsAt, timeZone, host, lessons }: OwnRecord["trainings"][number]): string {
  const words = [
    formatDayLong(dayOf(startsAt, timeZone)),
    host,
    lessons > 0 ? `${lessons.toLocaleString("id-ID")} JPL` : "",
  ];
  return `<li><b>${escapeHtml(title)}</b><br>${escapeHtml(words.filter(Boolean).join(" · "))}</li>`;
}

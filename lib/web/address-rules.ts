export type Opened = {
  host: string;
  /** As a proxy of ours says it; null where none does. */
  scheme: string | null;
};

const isOwnMachine = (hostname: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
const hostnameOf = (host: string) => host.replace(/:\d{1,5}$/, "");

/** @returns a sentence that names the setting */
export function signInTrouble({ host, scheme }: Opened, appUrl: string): string | null {
  if (!appUrl.startsWith("https:")) return null;
  const own = new URL(appUrl).host;
  const isByHttp = scheme === "http" || (scheme === null && host !== own);
  if (!isByHttp || isOwnMachine(hostnameOf(host))) return null;
  return `Di alamat ini masuk tidak akan berhasil: Lokmin disetel untuk ${appUrl} (APP_URL). Buka ${appUrl}, atau minta pengelola menyesuaikan APP_URL.`;
}

export function offlineTrouble({ host, scheme }: Opened, appUrl: string): string | null {
  const isSecure = scheme === "https" || (scheme === null && appUrl.startsWith("https:"));
  if (isSecure || isOwnMachine(hostnameOf(host))) return null;
  return "Alamat ini http, bukan https: layar absen yang ditutup tidak dapat dibuka lagi tanpa jaringan. Biarkan layar terbuka selama kegiatan, atau minta pengelola memasang https (APP_URL).";
}

export function localLinkTrouble(appUrl: string, host: string | undefined): string | null {
  const isForOthers = host !== undefined && !isOwnMachine(host) && host !== "::1";
  if (!isForOthers || !URL.canParse(appUrl) || !isOwnMachine(new URL(appUrl).hostname)) return null;
  return `Tautan dalam pesan memakai ${appUrl}, yang hanya terbuka di komputer ini. Isi APP_URL dengan alamat yang dapat dibuka HP penerima, lalu jalankan lagi.`;
}

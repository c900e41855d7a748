// Where the server listens, and what is said at the start about a setting that cannot be meant.

/** @typedef {Record<string, string | undefined>} Settings */

/** Behind https is a proxy: whose it is has to be said before anybody else is let in. @param {Settings} settings */
const asksForProxy = ({ APP_URL, TRUST_PROXY }) => (APP_URL ?? "").startsWith("https:") && TRUST_PROXY === undefined;

/** @param {Settings} settings */
export function listenHost(settings) {
  return asksForProxy(settings) ? "127.0.0.1" : (settings.HOST ?? "127.0.0.1");
}

/** Folders that another program copies while PostgreSQL writes in them, by a part of their path. */
const synced =
  /[\\/](OneDrive(?: - [^\\/]+)?|Dropbox(?: \([^\\/]+\))?|Google ?Drive|My Drive|Drive Saya|Mobile Documents)[\\/]/i;

/** @param {string} folder of the data @returns {string[]} */
export function folderWarnings(folder) {
  const found = synced.exec(`${folder}/`)?.[1];
  if (!found) return [];
  return [
    `folder data ${folder} ada di dalam ${found}, yang menyalin berkas selagi basis data menulisnya dan dapat merusaknya. Hentikan Lokmin, pindahkan foldernya ke luar ${found}, lalu simpan hanya cadangannya di sana.`,
  ];
}

/** @param {Settings} settings @returns {string[]} */
export function startWarnings(settings) {
  const { HOST = "127.0.0.1", APP_URL } = settings;
  const isForOthers = !["127.0.0.1", "localhost", "::1"].includes(HOST);
  const warnings = [];
  if (isForOthers && !APP_URL)
    warnings.push(
      `HOST=${HOST} tanpa APP_URL: tautan undangan memakai localhost dan hanya terbuka di komputer ini. Isi APP_URL dengan alamat yang dapat dibuka HP penerima.`,
    );
  if (asksForProxy(settings))
    warnings.push(
      `APP_URL memakai https, jadi ada server web di depan Lokmin.${isForOthers ? " Sampai dipilih, Lokmin hanya menerima dari komputer ini (127.0.0.1)." : ""} Pilih: TRUST_PROXY=1 bila server web itu milik Anda dan mengisi X-Forwarded-For, TRUST_PROXY=0 bila tidak.`,
    );
  return warnings;
}

// Keeps the screen at the door (/kegiatan/<id>/absen) and the note-taker's (…/notulen) openable without a network.
// Every other page that is asked for without one leads back to them; nothing else is touched.
const cacheName = "lokmin-absen";
const screen = /^\/kegiatan\/[0-9a-f-]{36}\/(absen|notulen)$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && screen.test(url.pathname)) event.respondWith(freshOrKept(request, url.pathname));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(keptOrFresh(request));
  else if (request.mode === "navigate" && url.pathname === "/masuk") event.respondWith(signInPage(request));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(wayBack));
});

/** The network first, since the roll may have changed; what was kept where there is none, or none in good time. */
async function freshOrKept(request, path) {
  const kept = await caches.match(path, { ignoreVary: true });
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(6000) } : {});
    if (answer.status < 500 || !kept) return answer;
  } catch (error) {
    if (!kept) throw error;
  }
  return kept;
}

/** Instead of the browser's own words: what still works, and the screens that are kept. */
async function wayBack(error) {
  const cache = await caches.open(cacheName);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const screens = paths.filter((path) => screen.test(path));
  if (screens.length === 0) throw error;
  const links = await Promise.all(screens.map(async (path) => `<li><a href="${path}">${await nameOf(cache, path)}</a></li>`));
  return new Response(
    `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tanpa jaringan</title><h1>Tanpa jaringan</h1><p>Halaman ini perlu jaringan. Yang sudah Anda catat tetap tersimpan di perangkat ini. Yang dapat dibuka:</p><ul>${links.join("")}</ul></html>`,
    {
      status: 503,
      headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" },
    },
  );
}

/** "Layar absen · Lokakarya Mini …": the kept page's own title, as the server wrote it. */
async function nameOf(cache, path) {
  const html = (await (await cache.match(path, { ignoreVary: true }))?.text()) ?? "";
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.replace(/ · Lokmin$/, "");
  return title ?? (path.endsWith("/notulen") ? "Notulen" : "Layar absen");
}

async function keptOrFresh(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Who reaches the sign-in page may be another person, and the kept screens name people: they go. */
async function signInPage(request) {
  const answer = await fetch(request);
  if (answer.ok) await forgetScreens();
  return answer;
}

async function forgetScreens() {
  const cache = await caches.open(cacheName);
  const requests = await cache.keys();
  await Promise.all(requests.filter(({ url }) => screen.test(new URL(url).pathname)).map((request) => cache.delete(request)));
  for (const database of ["lokmin", "lokmin-notulen"]) forgetSeen(database);
}

/** Rolls and notes as they were last seen; what is not sent yet stays. Where there is no such store, none is made. */
function forgetSeen(database) {
  const opening = indexedDB.open(database);
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onsuccess = () => {
    const names = opening.result.objectStoreNames;
    if (names.contains("snapshots")) opening.result.transaction("snapshots", "readwrite").objectStore("snapshots").clear();
    opening.result.close();
  };
}

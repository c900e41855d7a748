"use client";

import { useEffect, useState } from "react";

/** Without https a browser keeps no page: "never". */
export type Kept = "not yet" | "kept" | "never";

/**
 * Keeps this screen openable without a network: the service worker holds the document and the files it names.
 * @returns whether they are all kept
 */
export function useKeptScreen(): Kept {
  const [state, setState] = useState<Kept>("not yet");
  useEffect(() => {
    let ended = false;
    const setKept = (isKept: boolean) => setState(isKept ? "kept" : "not yet");
    const keep = async () => {
      if (!("serviceWorker" in navigator)) return setState("never");
      await navigator.serviceWorker.register("/sw.js");
      await navigator.serviceWorker.ready;
      const cache = await caches.open("lokmin-absen");
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return setKept(Boolean(await cache.match(location.pathname)));
      const html = await answer.clone().text();
      const named = filesIn(html);
      const missing: string[] = [];
      for (const file of named) if (!(await cache.match(file))) missing.push(file);
      await cache.addAll(missing);
      await cache.put(location.pathname, answer);
      await forgetOldFiles(cache);
      if (!ended) setKept(true);
      // Some browsers ask the person: nothing waits for the answer.
      void navigator.storage.persist?.();
    };
    keep().catch(() => {
      // Without a network now: what was kept before still opens.
      void caches.match(location.pathname).then((kept) => !ended && setKept(Boolean(kept)));
    });
    return () => {
      ended = true;
    };
  }, []);
  return state;
}

function filesIn(html: string): Set<string> {
  return new Set(html.match(/\/_next\/static\/[^"'\\ )<>]+/g) ?? []);
}

/** Files of earlier versions of the app, which no kept screen names any more. */
async function forgetOldFiles(cache: Cache): Promise<void> {
  const requests = await cache.keys();
  const isFile = ({ url }: Request) => new URL(url).pathname.startsWith("/_next/static/");
  const needed = new Set<string>();
  for (const request of requests) {
    if (isFile(request)) continue;
    const screen = await cache.match(request);
    for (const file of filesIn((await screen?.text()) ?? "")) needed.add(file);
  }
  const old = requests.filter((request) => {
    const { pathname, search } = new URL(request.url);
    return isFile(request) && !needed.has(pathname + search);
  });
  await Promise.all(old.map((request) => cache.delete(request)));
}

"use client";

import { useEffect, useState } from "react";

/**
 * Keeps this screen openable without a network: the service worker holds the document and the files it names.
 * @returns whether they are all kept
 */
export function useKeptScreen(): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let ended = false;
    const keep = async () => {
      if (!("serviceWorker" in navigator)) return;
      await navigator.serviceWorker.register("/sw.js");
      await navigator.serviceWorker.ready;
      const cache = await caches.open("lokmin-absen");
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return setKept(Boolean(await cache.match(location.pathname)));
      const html = await answer.clone().text();
      const named = new Set(html.match(/\/_next\/static\/[^"'\\ )<>]+/g) ?? []);
      const missing: string[] = [];
      for (const file of named) if (!(await cache.match(file))) missing.push(file);
      await cache.addAll(missing);
      await cache.put(location.pathname, answer);
      if (!ended) setKept(true);
    };
    keep().catch(() => {
      // Without a network now: what was kept before still opens.
      void caches.match(location.pathname).then((kept) => !ended && setKept(Boolean(kept)));
    });
    return () => {
      ended = true;
    };
  }, []);
  return isKept;
}

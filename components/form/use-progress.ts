"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import type { ProgressLine } from "@/lib/http/progress-line";

/** How far it is; without a total it is only known that it goes on. */
export type Progress = { words: string; unit?: "percent"; done: number; total: number | null };

type Options = {
  /** Where the form goes instead; it answers line by line. */
  to: string;
  /** "Memeriksa baris": what the server counts. */
  work: string;
};

const lostConnection = "Sambungan terputus sebelum selesai. Periksa jaringan, lalu coba lagi.";

/**
 * Sends a form by script and tells truly how far it is: bytes that have gone out, then rows the server counted.
 * Without script the form's own action does the same work in silence.
 */
export function useProgress({ to, work }: Options) {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [reason, setReason] = useState<string | null>(null);

  function fail(sentence: string) {
    setProgress(null);
    setReason(sentence);
  }

  function take(line: ProgressLine) {
    if ("goTo" in line) router.push(line.goTo);
    else if ("reason" in line) {
      fail(line.reason);
      // What the page shows may be what was refused.
      router.refresh();
    } else setProgress({ words: work, done: line.done, total: line.total });
  }

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (progress) return;
    const form = new FormData(event.currentTarget);
    const files = [...form.values()].filter((value) => value instanceof File);
    setReason(null);
    setProgress({ words: work, done: 0, total: null });
    const request = new XMLHttpRequest();
    let read = 0;
    let isOver = false;
    const readLines = () => {
      const end = request.responseText.lastIndexOf("\n") + 1;
      for (const text of request.responseText.slice(read, end).split("\n").filter(Boolean)) {
        const line = parseLine(text);
        if (!line) continue;
        isOver ||= !("done" in line);
        take(line);
      }
      read = Math.max(read, end);
    };
    if (files.length > 0) {
      request.upload.onprogress = ({ loaded, total }) =>
        setProgress({ words: "Mengunggah berkas", unit: "percent", done: loaded, total });
      request.upload.onload = () => setProgress({ words: "Membaca berkas", done: 0, total: null });
    }
    request.onprogress = readLines;
    request.onload = () => {
      readLines();
      if (!isOver) fail(request.status < 500 ? "Muat ulang halaman ini; bila diminta, masuk lagi." : lostConnection);
    };
    request.onerror = () => fail(lostConnection);
    request.open("POST", to);
    request.send(form);
  }

  return { progress, reason, send };
}

function parseLine(text: string): ProgressLine | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

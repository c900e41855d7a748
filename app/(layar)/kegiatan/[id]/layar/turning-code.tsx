"use client";

import { useEffect, useState } from "react";
import type { CodePicture } from "@/lib/http/check-in-picture";

const everyMs = 10_000;

/** The QR and its letters, asked for anew before they stop being accepted. */
export function TurningCode({ meetingId, initial }: { meetingId: string; initial: CodePicture }) {
  const [picture, setPicture] = useState(initial);
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    const turn = async () => {
      try {
        const answer = await fetch(`/api/kehadiran/${meetingId}/kode`, { cache: "no-store" });
        if (!answer.ok) return setStale(true);
        setPicture((await answer.json()) as CodePicture);
        setStale(false);
      } catch {
        setStale(true);
      }
    };
    const turning = setInterval(() => void turn(), everyMs);
    return () => clearInterval(turning);
  }, [meetingId]);
  if (!picture.isOpen) {
    return (
      <p className="max-w-[30ch] text-[1.3em]">
        Kode hadir tampak setelah petugas memulai kegiatan, paling awal 60 menit sebelum jam mulai.
      </p>
    );
  }
  return (
    <div className="grid items-center justify-items-center gap-x-[4vw] gap-y-[1.5vh] landscape:grid-cols-[auto_auto]">
      <svg
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        className="h-[50vh] max-w-full landscape:h-[74vh]"
        role="img"
        aria-label="Kode QR untuk mencatat kehadiran"
        shapeRendering="crispEdges"
      >
        <rect width={picture.size} height={picture.size} fill="#fff" />
        <path d={picture.path} fill="#000" />
      </svg>
      <div className="flex flex-col gap-[3vh]">
        <p className="text-[1.2em]">
          Pindai untuk mencatat kehadiran
          {picture.session && (
            <>
              {" "}
              di sesi <b>{picture.session}</b>
            </>
          )}
        </p>
        <p className="text-[1em]">
          atau buka <b>{picture.address}</b> dan ketik
        </p>
        <p className="font-mono text-[min(9vh,4.5vw)] leading-none font-bold tracking-widest">{picture.code}</p>
        <p role="status" className="text-[1em]">
          {isStale
            ? "Layar ini tidak tersambung; kode mungkin sudah lama. Muat ulang."
            : `${picture.present} sudah hadir`}
        </p>
      </div>
    </div>
  );
}

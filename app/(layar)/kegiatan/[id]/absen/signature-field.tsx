"use client";

import { useEffect, useRef, useState } from "react";
// Not loaded when it is needed: by then there may be no network.
import SignaturePad from "signature_pad";
import { fitStrokes } from "./strokes";

/** A signature by finger. It is an uncertified electronic one, and says so. */
export function SignatureField({ isSigned, onSigned }: { isSigned: boolean; onSigned: (png: string) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // Black on white in every colour scheme: it goes on paper.
    const made = new SignaturePad(element, { penColor: "#000", backgroundColor: "#fff" });
    pad.current = made;
    let size = { width: element.offsetWidth, height: element.offsetHeight };
    // The panel gets its size after this, and another one when the phone is turned.
    const sizes = new ResizeObserver(() => {
      const now = { width: element.offsetWidth, height: element.offsetHeight };
      const drawn = fitStrokes(made.toData(), size, now);
      size = now;
      const ratio = Math.min(window.devicePixelRatio, 2);
      element.width = element.offsetWidth * ratio;
      element.height = element.offsetHeight * ratio;
      element.getContext("2d")?.scale(ratio, ratio);
      made.clear();
      made.fromData(drawn);
    });
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      made.off();
    };
  }, []);
  const save = () => {
    if (!pad.current || pad.current.isEmpty()) return setAsked(true);
    const png = pad.current.toDataURL("image/png").split(",")[1];
    if (png) onSigned(png);
  };
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-3" aria-label="Tanda tangan">
      <p className="font-semibold">
        Tanda tangan {isSigned && <span className="font-normal text-muted">(sudah ada, yang baru menggantikan)</span>}
      </p>
      {isAsked && <p className="font-semibold text-late">Minta tanda tangan di kotak ini dulu</p>}
      <canvas
        ref={canvas}
        className="h-40 w-full touch-none rounded border border-edge"
        aria-label="Kotak tanda tangan"
      />
      <p className="text-sm text-muted">Tanda tangan elektronik tidak tersertifikasi.</p>
      <div className="grid grid-cols-2 gap-2">
        <button type="button" className="button" onClick={() => pad.current?.clear()}>
          Ulangi
        </button>
        <button type="button" className="button button-main" onClick={save}>
          Simpan tanda tangan
        </button>
      </div>
    </section>
  );
}

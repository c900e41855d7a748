"use client";

import { type PointerEvent, useEffect, useRef, useState } from "react";
import { placed } from "./album-form";

type Photo = { id: string };

/** The order shown until it is saved: moved by buttons and keys, or dragged by a pointer. */
export function useAlbumOrder<P extends Photo>(photos: readonly P[]) {
  const saved = photos.map(({ id }) => id);
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const [base, setBase] = useState(saved.join());
  const [isReady, setReady] = useState(false);
  const [told, setTold] = useState("");
  const focusNext = useRef<{ id: string; by: number } | null>(null);
  useEffect(() => setReady(true), []);

  // Saved, or put in order by somebody else; photos that only came or went leave the own order.
  if (base !== saved.join()) {
    setBase(saved.join());
    if ([...saved].sort().join() === base.split(",").sort().join()) setOwn(null);
  }

  const order = own ? [...own.filter((id) => saved.includes(id)), ...saved.filter((id) => !own.includes(id))] : saved;
  const latest = useRef(order);
  latest.current = order;
  const shown = order.flatMap((id) => photos.find((photo) => photo.id === id) ?? []);

  useEffect(() => {
    const next = focusNext.current;
    focusNext.current = null;
    if (next) focusMove(next.id, next.by);
  });

  function place(id: string, to: number) {
    const from = latest.current.indexOf(id);
    if (from < 0 || from === to || to < 0 || to >= latest.current.length) return;
    latest.current = placed(latest.current, from, to);
    setOwn(latest.current);
    setTold(`Foto ini sekarang nomor ${to + 1} dari ${latest.current.length}.`);
  }

  function move(id: string, by: number) {
    focusNext.current = { id, by };
    place(id, latest.current.indexOf(id) + by);
  }

  function drag(event: PointerEvent<HTMLElement>, id: string) {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    const list = handle.closest("ol");
    const row = handle.closest("li");
    const { pointerId } = event;
    handle.setPointerCapture(pointerId);
    row?.setAttribute("data-dragged", "");
    const follow = ({ clientY }: { clientY: number }) => {
      scrollNear(clientY);
      const over = [...(list?.children ?? [])].findIndex((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return clientY >= top && clientY < bottom;
      });
      const target = list?.children[over];
      const from = latest.current.indexOf(id);
      if (!target || over === from) return;
      const { top, height } = target.getBoundingClientRect();
      // Past the middle of the other, so that rows of different heights do not change places to and fro.
      if (over > from ? clientY > top + height / 2 : clientY < top + height / 2) place(id, over);
    };
    const end = () => {
      row?.removeAttribute("data-dragged");
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
      handle.removeEventListener("lostpointercapture", end);
    };
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
    handle.addEventListener("lostpointercapture", end);
  }

  return { shown, isChanged: order.join() !== saved.join(), isReady, move, drag, told };
}

const edge = 70;

function scrollNear(clientY: number) {
  if (clientY < edge) window.scrollBy(0, -14);
  else if (clientY > window.innerHeight - edge) window.scrollBy(0, 14);
}

/** A row that moves in the document loses its focus. */
function focusMove(id: string, by: number) {
  const row = document.getElementById(`foto-${id}`);
  if (!row) return;
  const [wanted, other] = by < 0 ? ["naik", "turun"] : ["turun", "naik"];
  const button = (way: string | undefined) => row.querySelector<HTMLButtonElement>(`[data-move="${way}"]:enabled`);
  const isTyping = document.activeElement instanceof HTMLInputElement && row.contains(document.activeElement);
  if (!isTyping) (button(wanted) ?? button(other))?.focus();
}

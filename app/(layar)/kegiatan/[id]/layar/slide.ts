import type { ReactNode } from "react";
import { withQuery } from "@/lib/web/query";

/** The views of the projector, in the order of the meeting; the code comes first because people come in first. */
export const views = ["kode", "acara", "janji", "capaian", "masalah", "rtl"] as const;

export type View = (typeof views)[number];

export const viewNames: Record<View, string> = {
  kode: "Kode hadir",
  acara: "Acara",
  janji: "RTL lalu",
  capaian: "Capaian",
  masalah: "Masalah",
  rtl: "RTL",
};

/** One thing on the projector, and where its edges lead. */
export type Slide = { body: ReactNode; previous: string | null; next: string | null };

export function slideAddress(meetingId: string, view: View, place?: number): string {
  return withQuery(`/kegiatan/${meetingId}/layar`, { tampil: view, ke: place });
}

/** The addresses before and after one place of several, counted from 1. */
export function edges(meetingId: string, view: View, place: number, count: number): Omit<Slide, "body"> {
  return {
    previous: place > 1 ? slideAddress(meetingId, view, place - 1) : null,
    next: place < count ? slideAddress(meetingId, view, place + 1) : null,
  };
}

/** A place that is there: what was deleted meanwhile leaves the last one. */
export function placeWithin(asked: number, count: number): number {
  return Math.min(Math.max(1, asked), Math.max(1, count));
}

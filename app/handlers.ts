import { answerMetrics } from "@/app/api/metrik/metrics";
import { answerAlive } from "@/app/api/sehat/hidup/alive";
import { answerApi } from "@/app/api/v1/[[...jalan]]/api";
import { answerWhatsapp, longestReport } from "@/app/api/whatsapp/webhook";
import { answerOwnRecord } from "@/app/d/[token]/own-record";
import { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
import { answerFeed } from "@/app/kalender/[berkas]/feed";
import { answerWaitingForm } from "@/app/masuk/isian/waiting-form";
import { answerCheck } from "@/app/periksa/[[...kode]]/check";
import { answerPrivacy } from "@/app/privasi/privacy";
import { answerOwner } from "@/app/t/[token]/owner";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { forGuests } from "@/lib/http/guest-failure";
import type { RequestHandler } from "@/lib/web/answer-directly";

/** Requests answered before Next sees them; in development their route.ts answers, so that edits show at once. */
export const handlers: RequestHandler[] = [
  { prefix: "/u", answer: forGuests(answerInvitee), takesFiles: true },
  { prefix: "/t", answer: forGuests(answerOwner), takesFiles: true },
  { prefix: "/d", answer: forGuests(answerOwnRecord) },
  { prefix: "/h", answer: forGuests(answerCheckIn) },
  { prefix: "/periksa", answer: forGuests(answerCheck) },
  { prefix: "/privasi", answer: forGuests(answerPrivacy) },
  { prefix: "/masuk/isian", answer: answerWaitingForm },
  { prefix: "/api/v1", answer: answerApi },
  { prefix: "/api/metrik", answer: answerMetrics },
  { prefix: "/api/whatsapp", answer: answerWhatsapp, longestBody: longestReport },
  { prefix: "/api/sehat/hidup", answer: answerAlive },
  { prefix: "/kalender", answer: forGuests(answerFeed) },
];

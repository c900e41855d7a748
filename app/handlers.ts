import { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
import { answerFeed } from "@/app/kalender/[berkas]/feed";
import { answerOwner } from "@/app/t/[token]/owner";
import { answerInvitee } from "@/app/u/[token]/invitee";
import type { RequestHandler } from "@/lib/web/answer-directly";

/** Requests answered before Next sees them; in development their route.ts answers, so that edits show at once. */
export const handlers: RequestHandler[] = [
  { prefix: "/u", answer: answerInvitee, takesFiles: true },
  { prefix: "/t", answer: answerOwner, takesFiles: true },
  { prefix: "/h", answer: answerCheckIn },
  { prefix: "/kalender", answer: answerFeed },
];

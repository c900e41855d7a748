import { answerPlainly } from "@/lib/http/plain-http";
import { answerWhatsapp } from "./webhook";

// The way through Next, for development; in production the server answers the same handler itself.

export function GET(request: Request): Promise<Response> {
  return answerPlainly(request, answerWhatsapp);
}

export function POST(request: Request): Promise<Response> {
  return answerPlainly(request, answerWhatsapp);
}

import { answerPlainly } from "@/lib/http/plain-http";
import { answerWaitingForm } from "./waiting-form";

// For development; in production the server answers before Next sees the request (lib/web/server.ts).

export function GET(request: Request): Promise<Response> {
  return answerPlainly(request, answerWaitingForm);
}

import { findHealth } from "@/lib/health";

export async function GET(): Promise<Response> {
  const health = await findHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}

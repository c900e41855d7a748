import { createServer, type Server } from "node:http";
import { z } from "zod";
import { allEnded } from "@/tests/setup/all-ended";

/** All variables of the official API; nothing listens at this address. */
export const officialWhatsapp = {
  LOKMIN_WHATSAPP_URL: "http://127.0.0.1:9/v23.0/1090",
  LOKMIN_WHATSAPP_TOKEN: "kunci-uji",
  LOKMIN_WHATSAPP_SECRET: "rahasia-uji",
  LOKMIN_WHATSAPP_TEMPLATE: "undangan_lokmin",
  LOKMIN_WHATSAPP_VERIFY: "verifikasi-uji",
};

const messageSchema = z.strictObject({
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual"),
  to: z.string().regex(/^\d{8,15}$/),
  type: z.literal("template"),
  template: z.strictObject({
    name: z.string(),
    language: z.strictObject({ code: z.string() }),
    components: z.tuple([
      z.strictObject({
        type: z.literal("body"),
        parameters: z.array(z.strictObject({ type: z.literal("text"), text: z.string().min(1) })),
      }),
    ]),
  }),
  biz_opaque_callback_data: z.string().max(512),
});

type Message = z.output<typeof messageSchema>;

export type Taken = { id: string; to: string; template: string; deliveryId: string; parameters: string[] };

/** What the API says to one message: taken, an error by its code, or nothing: the connection breaks. */
type Say = (message: Message) => { status: number; code: number } | "taken" | "silence" | "gateway";

let servers: Server[] = [];

/** Answers as the documents of the Cloud API say; its address goes where the app looks for it. */
export async function whatsappServer(say: Say = () => "taken"): Promise<{ taken: Taken[]; asked: string[] }> {
  const taken: Taken[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const answer = (status: number, body: object) => {
        response.writeHead(status, { "Content-Type": "application/json" });
        response.end(JSON.stringify(body));
      };
      const fail = (status: number, code: number) =>
        answer(status, { error: { message: `(#${code}) …`, type: "OAuthException", code, fbtrace_id: "A1" } });
      if (request.headers.authorization !== `Bearer ${officialWhatsapp.LOKMIN_WHATSAPP_TOKEN}`) return fail(401, 190);
      if (request.method !== "POST" || request.url !== "/v23.0/1090/messages") return fail(404, 100);
      const { data: message } = messageSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      if (!message) return fail(400, 100);
      const parameters = message.template.components[0].parameters.map(({ text }) => text);
      if (parameters.some((text) => /[\n\t]| {5}/.test(text))) return fail(400, 132018);
      asked.push(message.to);
      const said = say(message);
      if (said === "silence") return request.socket.destroy();
      if (said === "gateway") return response.writeHead(502).end("<html>Bad gateway</html>");
      if (said !== "taken") return fail(said.status, said.code);
      const id = `wamid.${message.biz_opaque_callback_data}`;
      const { to, biz_opaque_callback_data: deliveryId } = message;
      taken.push({ id, to, template: message.template.name, deliveryId, parameters });
      return answer(200, {
        messaging_product: "whatsapp",
        contacts: [{ input: to, wa_id: to }],
        messages: [{ id, message_status: "accepted" }],
      });
    });
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  Object.assign(process.env, officialWhatsapp, { LOKMIN_WHATSAPP_URL: `http://127.0.0.1:${port}/v23.0/1090` });
  return { taken, asked };
}

export async function closeWhatsappServers(): Promise<void> {
  for (const name of Object.keys(officialWhatsapp)) delete process.env[name];
  await allEnded(
    servers.map((server) => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    }),
  );
  servers = [];
}

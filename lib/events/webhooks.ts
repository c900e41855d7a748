import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { topicName } from "@/lib/webhooks/topics";

const at = z.object({ url: z.string() });
const endpoint = at.extend({ topics: z.array(z.string()) });

/** The path may hold a key of the receiver's. */
const host = (url: string) => (URL.canParse(url) ? new URL(url).host : "");
const words = ({ url, topics }: z.output<typeof endpoint>) => [host(url), ...topics.map(topicName)].join(", ");

function step(verb: string) {
  return kind("webhook", at, ({ url }) => ({ verb, subject: host(url) }));
}

export const webhookEvents = {
  "webhook.added": kind("webhook", endpoint, ({ url, topics }) => ({
    verb: "menambah webhook",
    subject: host(url),
    detail: { peristiwa: topics.map(topicName) },
  })),
  "webhook.edited": kind("webhook", z.object({ before: endpoint, after: endpoint }), ({ before, after }) => ({
    verb: "mengubah webhook",
    subject: host(after.url),
    detail: { dari: words(before), menjadi: words(after) },
  })),
  "webhook.switched": kind("webhook", at.extend({ isActive: z.boolean() }), ({ url, isActive }) => ({
    verb: isActive ? "menyalakan webhook" : "mematikan webhook",
    subject: host(url),
  })),
  "webhook.secret-renewed": step("mengganti kunci webhook"),
  "webhook.deleted": step("menghapus webhook"),
  "webhook.tested": step("menguji webhook"),
  "webhook.retried": step("mengirim ulang pesan webhook ke"),
};

export const webhookTopics = ["meeting.approved", "meeting.reported", "item.escalated", "report.reviewed"] as const;

export type WebhookTopic = (typeof webhookTopics)[number];

export const testTopic = "lokmin.test";

export const topicNames: Record<WebhookTopic, { name: string; hint: string }> = {
  "meeting.approved": { name: "Disahkan", hint: "Kepala mengesahkan kegiatan" },
  "meeting.reported": { name: "Dilaporkan", hint: "Puskesmas melaporkan kegiatan ke Dinkes" },
  "item.escalated": { name: "Dieskalasi", hint: "RTL diserahkan kepada Dinkes, atau diteruskan" },
  "report.reviewed": { name: "Ditinjau", hint: "Dinkes menerima atau mengembalikan laporan" },
};

const topicsByAction: Readonly<Record<string, WebhookTopic>> = {
  "approval.given": "meeting.approved",
  "submission.sent": "meeting.reported",
  "escalation.raised": "item.escalated",
  "escalation.forwarded": "item.escalated",
  "review.accepted": "report.reviewed",
  "review.returned": "report.reviewed",
};

export function topicOf(action: string): WebhookTopic | null {
  return topicsByAction[action] ?? null;
}

export function isTopic(word: string): word is WebhookTopic {
  return Object.hasOwn(topicNames, word);
}

export function topicName(word: string): string {
  return isTopic(word) ? topicNames[word].name : "Uji coba";
}

/** With the queue's back-off: half an hour; of what goes to another office's server, some 16 hours. */
export function mostAttempts(kind: string): number {
  return kind === "webhook.send" ? 12 : 8;
}

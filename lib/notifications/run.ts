import { sendNotificationMails } from "@/lib/notifications/mail-send";
import { makeNotifications } from "@/lib/notifications/make";

/** Each minute: tells of what happened, then sends what is due. */
export async function runNotifications(now: Date, signal?: AbortSignal): Promise<void> {
  await makeNotifications(now, signal);
  await sendNotificationMails(now, signal);
}

/**
 * Opens a chat with the message typed in (https://wa.me/<digits>?text=…). Sending stays with the person: nothing
 * here can know that it was sent. A gateway that sends by itself would stand beside this function.
 */
export function whatsappLink(phone: string, message: string): string {
  return `https://wa.me/${phone}?text=${encodeURIComponent(message)}`;
}

export type MailSettings = { url: string; from: string };

/** The mail server of this installation (SMTP_URL, SMTP_FROM); null while either is missing or cannot be read. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: url, SMTP_FROM: from } = process.env;
  if (!url || !from || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^smtps?:$/.test(protocol) && hostname ? { url, from } : null;
}

export function mailServerName({ url }: MailSettings): string {
  return new URL(url).host;
}

export const webhookCrumbs = [
  { href: "/pengaturan", label: "Pengaturan" },
  { href: "/pengaturan/webhook", label: "Webhook" },
];

// What the commands use of the app's TypeScript, bundled into one file beside Next's build.
export { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
export { answerFeed } from "@/app/kalender/[berkas]/feed";
export { answerOwner } from "@/app/t/[token]/owner";
export { answerInvitee } from "@/app/u/[token]/invitee";
export { hasAreas, loadAreas } from "@/lib/organisations/areas";
export { newToken } from "@/lib/secrets";
export { hasUsers } from "@/lib/users/reads";
export { serve } from "@/lib/web/server";
export { fillDemo, isEmpty } from "@/prisma/demo/demo";

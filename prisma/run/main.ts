// What the commands use of the app's TypeScript, bundled into one file beside Next's build.
export { handlers } from "@/app/handlers";
export { readBucketAddress } from "@/lib/documents/bucket";
export { moveDocuments } from "@/lib/documents/move";
export { databaseRoleWarning } from "@/lib/installation/database-role";
export { resealAll } from "@/lib/installation/reseal";
export { isOwnSecret, rememberSecret } from "@/lib/installation/secret";
export { startWorker } from "@/lib/jobs/worker";
export { hasAreas, loadAreas } from "@/lib/organisations/areas";
export { fitPooler } from "@/lib/pooler-start";
export { setupToken } from "@/lib/secrets";
export { hasUsers } from "@/lib/users/reads";
export { listAdmins, recoverAdmin } from "@/lib/users/recover";
export { serve } from "@/lib/web/server";
export { fillDemo, isEmpty } from "@/prisma/demo/demo";

// What the commands use to back up and restore, bundled into one file without the application: it reads databases of
// every version.
export { keepBackup } from "@/lib/backups/keep";
export { checkBackup, makeBackup, readHeader } from "@/lib/backups/make";
export { madeAtWords } from "@/lib/backups/moment";
export { BackupProblem, wordsOfStorage } from "@/lib/backups/problem";
export { countHeld, findOwnSecret, recordBackup, rememberFingerprint, requeueJobs } from "@/lib/backups/record";
export { filledProblem, restoreBackup } from "@/lib/backups/restore";

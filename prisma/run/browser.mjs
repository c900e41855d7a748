// The address in the browser of this computer, for who started Lokmin by a double click.
import { spawn } from "node:child_process";

/**
 * The program that opens an address on a system, and its arguments.
 * @param {NodeJS.Platform} platform
 * @param {string} url
 * @returns {[string, string[]]}
 */
export function openerOf(platform, url) {
  // The first words in quotes would be the window's title.
  if (platform === "win32") return ["cmd.exe", ["/c", "start", "", url]];
  return [platform === "darwin" ? "open" : "xdg-open", [url]];
}

/** Best effort: the address has been printed as well. @param {string} url */
export function openInBrowser(url) {
  const [program, args] = openerOf(process.platform, url);
  spawn(program, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

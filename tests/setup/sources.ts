// The project's own files, as text, for the tests that hold its shape.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "@/prisma/run/prepare.mjs";

export type Source = { path: string; text: string };

const left = new Set([
  "node_modules",
  ".git",
  ".next",
  ".builds",
  ".data",
  "prisma/generated",
  "test-results",
  "playwright-report",
  "coverage",
  "package-lock.json",
]);

/** Every text file, by its path from the root with forward slashes. */
export function ownFiles(folder = ""): Source[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    if (left.has(path) || name.endsWith(".tsbuildinfo") || name.startsWith(".env")) return [];
    if (statSync(join(root, path)).isDirectory()) return ownFiles(path);
    if (!/\.(tsx?|mjs|css|json|md|prisma|sql|toml|svg|sh|html)$|^run$/.test(name)) return [];
    return [{ path, text: readFileSync(join(root, path), "utf8") }];
  });
}

export type Import = { from: string; typeOnly: boolean };

/** What a module imports, relative paths resolved from the root ("@/lib/db" and "../db" are both "lib/db"). */
export function importsOf({ path, text }: Source): Import[] {
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^"'`;]*?\sfrom\s+)?["']([^"']+)["']/gm);
  const dynamic = text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [
    ...[...statements].map(([, type, from = ""]) => ({ from: resolved(path, from), typeOnly: Boolean(type) })),
    ...[...dynamic].map(([, from = ""]) => ({ from: resolved(path, from), typeOnly: false })),
  ];
}

function resolved(path: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  return from.startsWith(".") ? posix.join(posix.dirname(path), from) : from;
}

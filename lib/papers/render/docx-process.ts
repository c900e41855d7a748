// Makes Word documents in a process of its own; bundled by prisma/run/prepare.mjs.
import os from "node:os";
import type { Paper } from "@/lib/papers/model";
import { renderDocx } from "@/lib/papers/render/docx";
import type { KeptPicture } from "@/lib/papers/render/pictures";

type Order = { id: number; paper: Paper; pictures: Map<string, KeptPicture> };

try {
  os.setPriority(10);
} catch {
  // Some systems refuse to lower the priority.
}

process.on("message", async ({ id, paper, pictures }: Order) => {
  const answer = await renderDocx(paper, pictures).then(
    (bytes) => ({ id, bytes }),
    (error: unknown) => ({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.({ ...answer, rss: process.memoryUsage.rss() });
});

process.on("disconnect", () => process.exit());

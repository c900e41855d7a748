// Makes papers and says what they took; a process of its own, so that no other work is counted.
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Cell, Paper } from "@/lib/papers/model";
import { makeDocx, word } from "@/lib/papers/render/docx-apart";
import { renderPdf } from "@/lib/papers/render/pdf";
import type { KeptPicture } from "@/lib/papers/render/pictures";
import { typst } from "@/lib/papers/render/renderer";
import { renderXlsx } from "@/lib/papers/render/xlsx";
import { listPaper, matrixPaper, signaturePictures } from "@/tests/factories/sample-papers";

export type PaperFigure = {
  paper: string;
  form: string;
  /** Seconds of processor, the first time with all that is loaded, and the best of the next three. */
  cold: number;
  warm: number;
  kilobytes: number;
  /** MB that the process which renders held at most. */
  peak: number;
};

export type SheetFigure = { seconds: number; cpu: number; megabytes: number; grown: number; longestDelay: number };

export type PaperFigures = { papers: PaperFigure[]; sheet: SheetFigure };

const again = 3;
const check = { code: "7KQM-4XWT", address: "https://lokmin.contoh.go.id/periksa/7KQM4XWT" };

type Work = { name: string; paper: Paper; pictures: Map<string, KeptPicture> };

type Process = { pid: () => number | null };

async function measureApart(name: string, form: string, renderer: Process, render: () => Promise<Buffer>) {
  const seconds: number[] = [];
  let size = 0;
  const before = renderer.pid();
  if (before) process.kill(before, "SIGKILL");
  while (renderer.pid()) await new Promise((done) => setTimeout(done, 20));
  for (let time = 0; time <= again; time += 1) {
    const from = secondsOf(renderer.pid()) + ownSeconds();
    size = (await render()).length;
    seconds.push(secondsOf(renderer.pid()) + ownSeconds() - from);
  }
  return { paper: name, form, ...timesOf(seconds), kilobytes: size / 1024, peak: peakOf(renderer.pid()) };
}

function timesOf([cold = 0, ...warm]: readonly number[]) {
  return { cold, warm: Math.min(...warm) };
}

/** Fifty thousand rows of twenty columns, made as they are asked for. */
async function measureSheet(): Promise<SheetFigure> {
  const columns = Array.from({ length: 20 }, (_, index) => ({ head: `Kolom ${index + 1}`, width: 5 }));
  const row = (number: number): Cell[] =>
    columns.map((_, place) => (place % 4 === 0 ? { text: "", value: number * place } : `Isi ${number} ${place}`));
  const [section] = matrixPaper(0).sections;
  if (!section) throw new Error("no section");
  const rows = Array.from({ length: 50_000 }, (_, index) => row(index));
  const paper: Paper = {
    ...matrixPaper(0),
    sections: [{ ...section, blocks: [{ type: "table", caption: "Data", columns, rows }] }],
  };
  global.gc?.();
  const rss = process.memoryUsage.rss();
  let [most, size] = [rss, 0];
  const delays = monitorEventLoopDelay({ resolution: 5 });
  const [from, cpu] = [performance.now(), ownSeconds()];
  delays.enable();
  for await (const chunk of renderXlsx(paper)) {
    size += chunk.length;
    most = Math.max(most, process.memoryUsage.rss());
  }
  delays.disable();
  return {
    seconds: (performance.now() - from) / 1000,
    cpu: ownSeconds() - cpu,
    megabytes: size / 1024 / 1024,
    grown: (most - rss) / 1024 / 1024,
    longestDelay: delays.max / 1e6,
  };
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Linux alone tells; elsewhere 0. */
function secondsOf(pid: number | null): number {
  if (pid === null || process.platform !== "linux") return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").pop()?.trim().split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function peakOf(pid: number | null): number {
  if (pid === null || process.platform !== "linux") return 0;
  const [kilobytes = "0"] = /(?<=^VmHWM:\s+)\d+/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

async function measurePapers(): Promise<PaperFigure[]> {
  const works: Work[] = [
    { name: "daftar hadir, 200 people, 200 signatures", paper: listPaper(200), pictures: await signaturePictures(200) },
    { name: "matriks RTL, 100 rows", paper: matrixPaper(100), pictures: new Map() },
  ];
  const figures: PaperFigure[] = [];
  for (const { name, paper, pictures } of works) {
    const pdf = () => renderPdf({ paper, pictures, day: "2026-06-24", check });
    figures.push(await measureApart(name, "PDF", typst, pdf));
    figures.push(await measureApart(name, "Word", word, () => makeDocx(paper, pictures)));
  }
  return figures;
}

process.send?.(await (process.argv[2] === "sheet" ? measureSheet() : measurePapers()));
process.disconnect?.();

import { createHash } from "node:crypto";
import sharp from "sharp";

/** A picture as it is kept: bytes the way a statement takes them, and what the list says of them. */
export type DemoPhoto = { caption: string; size: number; sha256: string; hex: string };

const heads = (y: number, count: number, gap: number, radius: number, tone: string) =>
  Array.from({ length: count }, (_, index) => {
    const x = 480 + (index - (count - 1) / 2) * gap;
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#4b3a2f"/><path d="M${x - radius * 1.7} ${y + radius * 4}q0-${radius * 2.8} ${radius * 1.7}-${radius * 2.8}t${radius * 1.7} ${radius * 2.8}z" fill="${tone}"/>`;
  }).join("");

const meetingRoom = (front: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720"><rect width="960" height="720" fill="#d9d4c7"/>
  <rect y="430" width="960" height="290" fill="#a89f8c"/>${front}
  <text x="944" y="704" text-anchor="end" font-family="sans-serif" font-size="22" fill="#333">gambar contoh</text></svg>`;

const drawings = [
  {
    caption: "Suasana lokakarya mini: peserta mengikuti paparan capaian",
    svg: meetingRoom(
      `<rect x="260" y="60" width="440" height="250" fill="#fff"/><path d="M300 270V150h50v120zm80 0v-80h50v80zm80 0V110h50v160zm80 0v-50h50v50z" fill="#0f766e"/>${heads(460, 7, 120, 26, "#3f5d73")}${heads(570, 6, 150, 34, "#6b4f5b")}`,
    ),
  },
  {
    caption: "Pembukaan oleh pimpinan rapat di depan spanduk kegiatan",
    svg: meetingRoom(
      `<rect x="120" y="70" width="720" height="130" fill="#0f766e"/><text x="480" y="150" text-anchor="middle" font-family="sans-serif" font-size="54" font-weight="bold" fill="#fff">LOKAKARYA MINI</text>${heads(300, 1, 0, 34, "#2f4858")}<rect x="400" y="400" width="160" height="120" fill="#7a5c3e"/>${heads(590, 7, 130, 30, "#5b6b4f")}`,
    ),
  },
] as const;

/** Drawn, not taken: no real meeting's people are in the demo. */
export function drawPhotos(): Promise<DemoPhoto[]> {
  return Promise.all(
    drawings.map(async ({ caption, svg }) => {
      const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 60 }).toBuffer();
      return {
        caption,
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        hex: `\\x${bytes.toString("hex")}`,
      };
    }),
  );
}

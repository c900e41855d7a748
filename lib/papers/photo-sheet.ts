import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import { identity, type MeetingFacts, meetingValues, readMeeting } from "@/lib/papers/parts/meeting";
import { type Photo, photoBlocks, readPhotos } from "@/lib/papers/parts/results";
import { formatDay } from "@/lib/time";

type Facts = { meeting: MeetingFacts; photos: Photo[] };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  return meeting && { meeting, photos: await readPhotos(actor, id, meeting.title) };
}

function compose({ meeting, photos }: Facts, settings: PaperSettings): Paper {
  const dated = photos.map((photo) => ({
    ...photo,
    caption: `${photo.caption}\n${formatDay(photo.day ?? meeting.day)}`,
  }));
  return {
    title: `Foto ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["DOKUMENTASI FOTO", meeting.title.toUpperCase()] },
          identity(meeting),
          ...photoBlocks(dated),
        ],
      },
    ],
    notes: [],
  };
}

export const photoSheet: PaperDefinition<Facts> = {
  kind: "photo-sheet",
  slug: "foto",
  name: "Lembar foto",
  subject: "meeting",
  formats: ["pdf", "docx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, photos }) => ({
    values: meetingValues(meeting),
    lists: { foto: photos.map(({ caption }, index) => ({ no: `${index + 1}`, keterangan: caption })) },
  }),
  missing: ({ photos }) => (photos.length > 0 ? [] : ["Foto kegiatan belum ada: unggah di Pengesahan, Foto kegiatan."]),
};

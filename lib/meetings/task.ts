export type MeetingTask = {
  meetingId: string;
  title: string;
  room: string;
  verb: string;
  reason: string;
  day: string;
  isLate: boolean;
};

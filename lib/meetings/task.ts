/** Something a meeting asks of the office: a verb, a reason, and where to do it. */
export type MeetingTask = {
  meetingId: string;
  title: string;
  room: string;
  verb: string;
  reason: string;
  day: string;
  isLate: boolean;
};

-- Every kind of event by the verb it was recorded with. What is not listed keeps its words alone.
UPDATE "Event" e SET action = k.action, "subjectType" = k.subject, "subjectId" = CASE k.subject
    WHEN 'meeting' THEN e."meetingId"::text
    WHEN 'organisation' THEN e."organisationId"::text
  END
FROM (VALUES
  ('menyusun', 'meeting.drafted', 'meeting'),
  ('mengubah', 'meeting.edited', 'meeting'),
  ('mengubah waktu atau tempat', 'meeting.moved', 'meeting'),
  ('menjadwalkan', 'meeting.scheduled', 'meeting'),
  ('memulai', 'meeting.started', 'meeting'),
  ('menutup', 'meeting.closed', 'meeting'),
  ('membuka kembali', 'meeting.reopened', 'meeting'),
  ('menunda', 'meeting.postponed', 'meeting'),
  ('membatalkan', 'meeting.cancelled', 'meeting'),
  ('memulai butir acara', 'agenda.item-started', 'meeting'),
  ('memeriksa masukan dan luaran', 'meeting.expectations-ticked', 'meeting'),
  ('menambah undangan', 'invitation.added', 'meeting'),
  ('mencabut undangan', 'invitation.withdrawn', 'invitation'),
  ('menjawab undangan', 'invitation.answered', 'invitation'),
  ('mencatat jawaban', 'invitation.answer-noted', 'invitation'),
  ('membuka pesan undangan untuk', 'invitation.message-opened', 'invitation'),
  ('membuka pesan pengingat untuk', 'invitation.message-opened', 'invitation'),
  ('membuka pesan perubahan untuk', 'invitation.message-opened', 'invitation'),
  ('mengirim email undangan kepada', 'invitation.emailed', 'invitation'),
  ('mengirim email pengingat kepada', 'invitation.emailed', 'invitation'),
  ('mengirim email perubahan kepada', 'invitation.emailed', 'invitation'),
  ('mencatat hadir', 'attendance.marked', 'attendance'),
  ('mencatat diwakili', 'attendance.marked', 'attendance'),
  ('mencatat izin', 'attendance.marked', 'attendance'),
  ('mencatat sakit', 'attendance.marked', 'attendance'),
  ('mencatat dinas luar', 'attendance.marked', 'attendance'),
  ('mencatat tanpa keterangan', 'attendance.marked', 'attendance'),
  ('menambah tamu tanpa undangan', 'attendance.guest-added', 'attendance'),
  ('menghapus catatan hadir', 'attendance.removed', 'attendance'),
  ('membenarkan kehadiran', 'attendance.confirmed', 'attendance'),
  ('mengambil tanda tangan', 'attendance.signed', 'attendance'),
  ('mencatat diri hadir', 'attendance.checked-in', 'attendance'),
  ('menambah baris notulen', 'note.added', 'note'),
  ('menghapus baris notulen', 'note.deleted', 'note'),
  ('memulihkan baris notulen', 'note.restored', 'note'),
  ('mengubah notulen', 'minutes.edited', 'meeting'),
  ('menambah masalah', 'problem.added', 'problem'),
  ('mengubah masalah', 'problem.changed', 'problem'),
  ('menghapus masalah', 'problem.deleted', 'problem'),
  ('memutuskan urutan masalah yang seri', 'problem.order-decided', 'meeting'),
  ('mencatat nilai USG', 'score.recorded', 'scorer'),
  ('menghapus nilai USG', 'score.removed', 'scorer'),
  ('menambah RTL', 'item.added', 'item'),
  ('mengubah RTL', 'item.changed', 'item'),
  ('menghapus RTL', 'item.deleted', 'item'),
  ('mengalihkan RTL', 'item.reassigned', 'item'),
  ('mengomentari', 'item.commented', 'item'),
  ('melaporkan kemajuan', 'progress.reported', 'item'),
  ('menerima laporan pemilik', 'report.accepted', 'item'),
  ('mengembalikan laporan pemilik', 'report.returned', 'item'),
  ('mengimpor kemajuan RTL', 'progress.imported', 'organisation'),
  ('memberi status janji lalu', 'review.given', 'item'),
  ('membatalkan status janji lalu', 'review.withdrawn', 'item'),
  ('mengeskalasi ke Dinkes', 'escalation.raised', 'escalation'),
  ('menarik eskalasi', 'escalation.withdrawn', 'escalation'),
  ('menjawab eskalasi', 'escalation.answered', 'escalation'),
  ('mengesahkan', 'approval.given', 'approval'),
  ('membuka kembali pengesahan', 'approval.reopened', 'approval'),
  ('melaporkan ke Dinkes', 'submission.sent', 'submission'),
  ('menandai bukti ada', 'evidence.ticked', 'evidence-rule'),
  ('mencabut tanda bukti', 'evidence.unticked', 'evidence-rule'),
  ('menambah daftar bukti', 'evidence-rule.added', 'evidence-rule'),
  ('mengubah daftar bukti', 'evidence-rule.changed', 'evidence-rule'),
  ('menyembunyikan dari daftar bukti', 'evidence-rule.hidden', 'evidence-rule'),
  ('mengembalikan ke daftar bukti', 'evidence-rule.shown', 'evidence-rule'),
  ('mengembalikan bukti bawaan', 'evidence-rule.restored', 'evidence-rule'),
  ('menyimpan surat kuasa', 'document.stored', 'document'),
  ('menyimpan pindaian daftar hadir', 'document.stored', 'document'),
  ('menyimpan tanda tangan', 'document.stored', 'document'),
  ('menyimpan foto kegiatan', 'document.stored', 'document'),
  ('menyimpan foto bukti', 'document.stored', 'document'),
  ('menyimpan surat balasan Dinkes', 'document.stored', 'document'),
  ('menghapus surat kuasa', 'document.removed', 'document'),
  ('menghapus pindaian daftar hadir', 'document.removed', 'document'),
  ('menghapus tanda tangan', 'document.removed', 'document'),
  ('menghapus foto kegiatan', 'document.removed', 'document'),
  ('menghapus foto bukti', 'document.removed', 'document'),
  ('menghapus surat balasan Dinkes', 'document.removed', 'document'),
  ('mengubah keterangan foto', 'document.captioned', 'document'),
  ('membuat tautan pemilik untuk', 'owner-link.issued', 'organisation'),
  ('mencabut tautan pemilik', 'owner-link.revoked', 'owner-link'),
  ('membuka pengingat tindak lanjut untuk', 'owner-link.reminded', 'owner-link'),
  ('menambah mitra', 'seat.added', 'seat'),
  ('mengubah jabatan', 'seat.edited', 'seat'),
  ('mengarsipkan mitra', 'seat.archived', 'seat'),
  ('memulihkan mitra', 'seat.restored', 'seat'),
  ('mengosongkan jabatan', 'seat.vacated', 'seat'),
  ('mengganti pejabat', 'holder.changed', 'seat'),
  ('mengisi jabatan', 'holder.changed', 'seat'),
  ('memperbaiki data pejabat', 'holder.corrected', 'seat'),
  ('mencatat pejabat terdahulu', 'holder.former-added', 'seat'),
  ('mengimpor mitra', 'directory.imported', 'organisation'),
  ('menggabungkan catatan orang', 'person.merged', 'person'),
  ('membatalkan penggabungan orang', 'person.merge-undone', 'person'),
  ('membedakan dua orang', 'person.told-apart', 'person'),
  ('menambah pengguna', 'user.added', 'user'),
  ('mengubah pengguna', 'user.edited', 'user'),
  ('mengubah peran', 'user.edited', 'user'),
  ('membuat tautan masuk untuk', 'user.link-given', 'user'),
  ('menonaktifkan pengguna', 'user.deactivated', 'user'),
  ('mengaktifkan lagi pengguna', 'user.reactivated', 'user'),
  ('menyimpan', 'password.set-by-link', 'user'),
  ('mengganti', 'password.changed', 'user'),
  ('keluar dari', 'sessions.ended', 'user'),
  ('menambah puskesmas', 'puskesmas.added', 'organisation'),
  ('menambah instansi', 'organisation.added', 'organisation'),
  ('mengubah data', 'organisation.edited', 'organisation'),
  ('mengatur wilayah kerja', 'working-area.set', 'organisation'),
  ('memulai Lokmin untuk', 'installation.begun', 'organisation'),
  ('menyimpan sebagai templat', 'template.saved', 'template'),
  ('mengarsipkan templat', 'template.archived', 'template'),
  ('memakai lagi templat', 'template.restored', 'template'),
  ('menambah jenis kegiatan', 'meeting-type.added', 'organisation'),
  ('mengubah jenis kegiatan', 'meeting-type.edited', 'organisation'),
  ('menyembunyikan jenis kegiatan', 'meeting-type.hidden', 'organisation'),
  ('menampilkan jenis kegiatan', 'meeting-type.shown', 'organisation'),
  ('mengembalikan jenis kegiatan bawaan', 'meeting-type.reset', 'organisation'),
  ('mengubah pesan', 'message.edited', 'organisation'),
  ('mengembalikan pesan bawaan', 'message.reset', 'organisation'),
  ('mencatat hari libur', 'holidays.added', 'organisation'),
  ('menghapus hari libur', 'holiday.removed', 'organisation'),
  ('membuat alamat', 'calendar-feed.created', 'organisation'),
  ('memperbarui alamat', 'calendar-feed.renewed', 'organisation'),
  ('mencabut alamat', 'calendar-feed.revoked', 'organisation'),
  ('membuat indikator', 'indicator.defined', 'indicator'),
  ('mengubah indikator', 'indicator.edited', 'indicator'),
  ('mengarsipkan indikator', 'indicator.archived', 'indicator'),
  ('memakai lagi indikator', 'indicator.restored', 'indicator'),
  ('mengisi sasaran', 'denominators.saved', 'organisation'),
  ('menyalin sasaran', 'denominators.copied', 'organisation'),
  ('menetapkan target', 'targets.saved', 'organisation'),
  ('menyalin target', 'targets.copied', 'organisation'),
  ('mengisi capaian', 'figures.saved', 'organisation'),
  ('mengimpor capaian', 'figures.imported', 'organisation')
) AS k (verb, action, subject)
WHERE e.action IS NULL AND e.verb = k.verb;

-- Data where the words tell it without doubt; all others keep their words beside their kind.
UPDATE "Event" SET data = jsonb_build_object('title', subject), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action IN ('meeting.edited', 'minutes.edited');

UPDATE "Event" SET data = jsonb_build_object('title', subject, 'reason', detail ->> 'alasan'), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action IN ('meeting.scheduled', 'meeting.started', 'meeting.closed', 'meeting.reopened',
  'meeting.postponed', 'meeting.cancelled');

UPDATE "Event" SET data = jsonb_build_object('title', subject, 'reason', detail ->> 'alasan', 'template', detail ->> 'templat'),
  verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'meeting.drafted' AND detail ->> 'rencana' IS NULL;

UPDATE "Event" SET data = jsonb_build_object('item', (detail ->> 'butir')::int, 'topic', subject), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'agenda.item-started' AND detail ->> 'butir' ~ '^[0-9]{1,9}$';

UPDATE "Event" SET data = jsonb_build_object('count', substring(subject FROM '^([0-9]+) orang$')::int), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'invitation.added' AND subject ~ '^[0-9]{1,9} orang$';

UPDATE "Event" e SET data = jsonb_build_object('choice', c.choice), verb = NULL, subject = NULL, detail = NULL
FROM (VALUES ('Hadir', 'PRESENT'), ('Diwakili', 'REPRESENTED'), ('Tidak hadir', 'ABSENT')) AS c (words, choice)
WHERE verb IS NOT NULL AND action IN ('invitation.answered', 'invitation.answer-noted') AND subject = c.words;

UPDATE "Event" e SET data = jsonb_build_object('section', s.section), verb = NULL, subject = NULL, detail = NULL
FROM (VALUES ('Evaluasi RTL lalu', 'EVALUATION'), ('Capaian', 'ACHIEVEMENT'), ('Permasalahan', 'PROBLEMS'),
  ('Hambatan', 'OBSTACLES'), ('Tanya jawab', 'QUESTIONS'), ('Keputusan dan kesimpulan', 'DECISIONS'),
  ('Rekomendasi', 'RECOMMENDATIONS'), ('Lain-lain', 'OTHER')) AS s (words, section)
WHERE verb IS NOT NULL AND action = 'note.added' AND subject = s.words;

UPDATE "Event" SET data = jsonb_build_object('rank', substring(subject FROM '^Prioritas ([0-9]+)$')::int,
  'order', detail -> 'urutan', 'note', detail ->> 'diputuskan'), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'problem.order-decided' AND subject ~ '^Prioritas [0-9]{1,9}$'
  AND jsonb_typeof(detail -> 'urutan') = 'array' AND jsonb_typeof(detail -> 'diputuskan') = 'string';

UPDATE "Event" SET data = jsonb_build_object('number', substring(subject FROM '^RTL ([0-9]+): ')::int,
  'activity', substring(subject FROM '^RTL [0-9]+: (.*)$')), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action IN ('item.commented', 'escalation.withdrawn') AND subject ~ '^RTL [0-9]{1,9}: .';

UPDATE "Event" e SET data = jsonb_build_object('kind', k.kind, 'name', subject), verb = NULL, subject = NULL, detail = NULL
FROM (VALUES ('surat kuasa', 'DELEGATION_LETTER'), ('pindaian daftar hadir', 'ATTENDANCE_SCAN'),
  ('tanda tangan', 'SIGNATURE'), ('foto kegiatan', 'MEETING_PHOTO'), ('foto bukti', 'PROGRESS_PHOTO'),
  ('surat balasan Dinkes', 'ESCALATION_LETTER')) AS k (words, kind)
WHERE action IN ('document.stored', 'document.removed') AND verb IN ('menyimpan ' || k.words, 'menghapus ' || k.words);

UPDATE "Event" SET data = jsonb_build_object('title', subject, 'number', substring(detail ->> 'pengesahan' FROM '^ke-([0-9]+)$')::int,
  'position', detail ->> 'jabatan'), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'approval.given' AND detail ->> 'pengesahan' ~ '^ke-[0-9]{1,9}$'
  AND NOT detail ? 'dibenarkan apa adanya';

UPDATE "Event" SET data = jsonb_build_object('title', subject, 'number', substring(detail ->> 'pengesahan' FROM '^ke-([0-9]+)$')::int,
  'reason', detail ->> 'alasan'), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'approval.reopened' AND detail ->> 'pengesahan' ~ '^ke-[0-9]{1,9}$'
  AND detail ->> 'alasan' IS NOT NULL;

UPDATE "Event" SET data = jsonb_build_object('title', subject, 'number', substring(detail ->> 'laporan' FROM '^ke-([0-9]+)$')::int,
  'note', detail ->> 'catatan'), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action = 'submission.sent' AND detail ->> 'laporan' ~ '^ke-[0-9]{1,9}$';

UPDATE "Event" SET data = jsonb_build_object('name', subject), verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action IN ('template.archived', 'template.restored', 'indicator.archived', 'indicator.restored',
  'user.link-given', 'user.deactivated', 'user.reactivated', 'meeting-type.added', 'meeting-type.hidden',
  'meeting-type.shown', 'meeting-type.reset', 'puskesmas.added', 'organisation.added', 'installation.begun');

UPDATE "Event" SET data = '{}', "subjectId" = "userId"::text, verb = NULL, subject = NULL, detail = NULL
WHERE verb IS NOT NULL AND action IN ('password.set-by-link', 'password.changed', 'sessions.ended');

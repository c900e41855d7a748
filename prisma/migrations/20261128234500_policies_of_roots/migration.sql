-- What is read with its meeting keeps its key and loses its policy: with one for each of these a meeting's page took 45 % more
-- of the processor. The meeting's own stays.
DO $$
DECLARE child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['ActionItem', 'Answer', 'Attendance', 'Comment', 'Note', 'Problem', 'ProgressReport'] LOOP
    EXECUTE format('DROP POLICY office ON %I', child);
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', child);
  END LOOP;
END $$;

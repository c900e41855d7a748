-- Where every office's rows are shown, as on a personal link, each table of a statement called two functions to learn of
-- it: the first condition of every policy is the setting itself, read once by each.
DO $$
DECLARE policy record;
BEGIN
  FOR policy IN
    SELECT polname, polrelid::regclass AS guarded, pg_get_expr(polqual, polrelid) AS condition FROM pg_policy
    WHERE pg_get_expr(polqual, polrelid) LIKE '%lokmin_shows_all%'
  LOOP
    EXECUTE format('ALTER POLICY %I ON %s USING ((SELECT current_setting(''lokmin.scope'', true) = ''all'') OR %s)',
      policy.polname, policy.guarded, policy.condition);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION lokmin_guard(guarded regclass, owners text[], also text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own text := (SELECT string_agg(format('%I = ANY ((SELECT lokmin_offices())::uuid[])', owner), ' OR ') FROM unnest(owners) owner);
  below text := (SELECT string_agg(format('%I IN (SELECT lokmin_wide_offices())', owner), ' OR ') FROM unnest(owners) owner);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS office ON %s', guarded);
  EXECUTE format('CREATE POLICY office ON %s USING ((SELECT current_setting(''lokmin.scope'', true) = ''all'') OR %s OR (SELECT lokmin_shows_all()) OR %s)',
    guarded, own, concat_ws(' OR ', below, also));
END $$;

CREATE OR REPLACE FUNCTION lokmin_guard_with(guarded regclass, parent regclass, link text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS office ON %s', guarded);
  EXECUTE format('CREATE POLICY office ON %s USING ((SELECT current_setting(''lokmin.scope'', true) = ''all'') OR (SELECT lokmin_shows_all()) OR EXISTS (SELECT 1 FROM %s p WHERE p.id = %s.%I))',
    guarded, parent, guarded, link);
END $$;

-- A comment of a Dinkes is told by its author's office: users of the offices above are seen too.
CREATE FUNCTION lokmin_is_above(office uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE scope text := coalesce(current_setting('lokmin.scope', true), '');
BEGIN
  IF scope NOT LIKE '% %' THEN RETURN false; END IF;
  RETURN EXISTS (SELECT 1 FROM "Organisation" o WHERE o.id = split_part(scope, ' ', 2)::uuid AND office = ANY (o."pathIds"));
END $$;

CREATE POLICY above ON "User" FOR SELECT USING (lokmin_is_above("organisationId"));

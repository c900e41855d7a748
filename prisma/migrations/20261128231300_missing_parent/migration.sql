-- Where the parent is gone, the row is refused as its key would refuse it, and not for saying nobody's it is.
CREATE OR REPLACE FUNCTION office_of_parent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('SELECT %I FROM %I WHERE id = ($1).%I', TG_ARGV[2], TG_ARGV[0], TG_ARGV[1]) INTO NEW."organisationId" USING NEW;
  IF NEW."organisationId" IS NULL THEN
    RAISE foreign_key_violation USING
      MESSAGE = format('insert on table "%s" violates foreign key constraint "%s_%s_fkey"', TG_TABLE_NAME, TG_TABLE_NAME, TG_ARGV[1]),
      TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = TG_TABLE_NAME || '_' || TG_ARGV[1] || '_fkey';
  END IF;
  RETURN NEW;
END $$;

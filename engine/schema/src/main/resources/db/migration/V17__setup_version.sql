-- Counts the changes to what visits are judged by beside other visits: who works for a tenant, when, and under which
-- rules. Who has read all that may keep it for as long as the number stays. The database counts, so that no writer can
-- forget to, and once a transaction, which is seen as a whole.
CREATE TABLE setup_version (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  version bigint NOT NULL
);

ALTER TABLE setup_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON setup_version USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON setup_version TO "${serviceRole}";

CREATE FUNCTION count_setup_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO setup_version AS counted VALUES (coalesce(NEW.tenant_id, OLD.tenant_id), 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = counted.version + 1
      WHERE counted.xmin <> pg_current_xact_id()::xid;
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['technician', 'tenant_policy', 'technician_policy', 'service_type', 'closure',
      'date_override', 'time_off', 'busy_block'] LOOP
    EXECUTE format('CREATE TRIGGER count_setup_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION count_setup_change()', t);
  END LOOP;
END $$;

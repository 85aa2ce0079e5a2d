-- Holds: a time that is kept for somebody for some minutes. A hold is a row of appointment with the status HELD, so
-- that the same exclusion constraints stand behind it. It has neither reference nor ticket, and maybe no customer.
-- An expired one counts no more; whoever takes the technician's lock next deletes it.

ALTER TABLE appointment
  ADD COLUMN hold_expire_time timestamptz,
  ALTER COLUMN reference DROP NOT NULL,
  ALTER COLUMN customer_id DROP NOT NULL,
  ALTER COLUMN ticket_id DROP NOT NULL,
  DROP CONSTRAINT appointment_status_check,
  ADD CONSTRAINT appointment_status_check
    CHECK (status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'HELD')),
  DROP CONSTRAINT appointment_holds,
  ADD CONSTRAINT appointment_holds
    CHECK (NOT holds OR status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS', 'HELD')),
  ADD CONSTRAINT appointment_held CHECK (
    CASE WHEN status = 'HELD'
      THEN hold_expire_time IS NOT NULL AND reference IS NULL AND ticket_id IS NULL
      ELSE hold_expire_time IS NULL AND num_nulls(reference, customer_id, ticket_id) = 0
    END);

-- Few at any time: they are counted for the limits, and expired ones are found to be deleted.
CREATE INDEX appointment_by_hold_expiry ON appointment (tenant_id, hold_expire_time) WHERE status = 'HELD';

DROP TRIGGER appointment_holds_by_status ON appointment;

CREATE OR REPLACE FUNCTION appointment_holds_by_status() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM appointment
    WHERE tenant_id = NEW.tenant_id AND id = NEW.id
      AND holds <> (status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS', 'HELD'))
  ) THEN
    RAISE EXCEPTION 'appointment % must hold its time exactly while it is DRAFT, CONFIRMED, IN_PROGRESS or HELD', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'appointment_holds_by_status', TABLE = 'appointment';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER appointment_holds_by_status
  AFTER INSERT OR UPDATE OF holds, status ON appointment
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.holds <> (NEW.status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS', 'HELD')))
  EXECUTE FUNCTION appointment_holds_by_status();

-- The engine deletes holds, and nothing but holds: an appointment is never deleted.
CREATE POLICY only_holds_are_deleted ON appointment AS RESTRICTIVE FOR DELETE TO "${serviceRole}"
  USING (status = 'HELD');
GRANT DELETE ON appointment TO "${serviceRole}";

-- The whole scheduling store. Every table carries tenant_id first in its key, and row-level security denies by
-- default: a session sees the rows of the tenant named in the setting app.tenant, and nothing when it is unset.
-- ${serviceRole} is the role the engine connects as; it owns nothing and does not bypass row-level security.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION current_tenant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant', true), '')::uuid;

-- Tenants and who may call -------------------------------------------------------------------------------------

CREATE TABLE tenant (
  tenant_id uuid PRIMARY KEY,
  display_name text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  create_time timestamptz NOT NULL
);

-- References (APPT-001, TICK-001) come from one sequence per tenant and kind: rising, never a row that bookings
-- would queue up for.
CREATE SCHEMA reference;

CREATE FUNCTION reference.create_sequences() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE reference.%I', 'appointment_' || NEW.tenant_id);
  EXECUTE format('CREATE SEQUENCE reference.%I', 'ticket_' || NEW.tenant_id);
  RETURN NEW;
END $$;

CREATE TRIGGER create_sequences AFTER INSERT ON tenant
  FOR EACH ROW EXECUTE FUNCTION reference.create_sequences();

CREATE TABLE technician (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  display_name text NOT NULL,
  email text NOT NULL,
  time_zone text NOT NULL,
  skills text[] NOT NULL,
  active boolean NOT NULL,
  home_address text,
  home_latitude double precision,
  home_longitude double precision,
  version integer NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX technician_by_display_name ON technician (tenant_id, display_name, id);

CREATE TABLE api_key (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  display_name text NOT NULL,
  role text CHECK (role IN ('ADMIN', 'MANAGER', 'TECHNICIAN')),
  technician_id uuid,
  scopes text[] NOT NULL,
  prefix text NOT NULL,
  create_time timestamptz NOT NULL,
  expire_time timestamptz,
  last_use_time timestamptz,
  revoke_time timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, technician_id) REFERENCES technician ON DELETE CASCADE,
  CONSTRAINT api_key_technician CHECK ((role IS NOT DISTINCT FROM 'TECHNICIAN') = (technician_id IS NOT NULL))
);
CREATE INDEX api_key_by_create_time ON api_key (tenant_id, create_time, id);
CREATE INDEX api_key_by_technician ON api_key (tenant_id, technician_id);

-- A key has two live secrets while it is being rotated. The hash is what a caller is recognised by before the
-- tenant is known.
CREATE TABLE api_key_secret (
  tenant_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  expire_time timestamptz,
  PRIMARY KEY (tenant_id, api_key_id, secret_hash),
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_key ON DELETE CASCADE
);

-- Settings -----------------------------------------------------------------------------------------------------

-- Weekly hours are entries like 'MONDAY 09:00-17:00', hours of a date like '09:00-17:00'; NULL is inherited.
CREATE TABLE tenant_policy (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  weekly_hours text[],
  buffer_before_seconds integer CHECK (buffer_before_seconds BETWEEN 0 AND 86400),
  buffer_after_seconds integer CHECK (buffer_after_seconds BETWEEN 0 AND 86400),
  max_daily_appointments integer CHECK (max_daily_appointments >= 1),
  default_duration_seconds integer CHECK (default_duration_seconds BETWEEN 60 AND 86400),
  minimum_notice_seconds integer CHECK (minimum_notice_seconds >= 0),
  advance_booking_days integer CHECK (advance_booking_days >= 0),
  slot_step_seconds integer CHECK (slot_step_seconds BETWEEN 60 AND 86400),
  prevent_customer_overlap boolean,
  customer_change_cutoff_seconds integer CHECK (customer_change_cutoff_seconds >= 0),
  version integer NOT NULL
);

CREATE TABLE technician_policy (
  tenant_id uuid NOT NULL,
  technician_id uuid NOT NULL,
  weekly_hours text[],
  buffer_before_seconds integer CHECK (buffer_before_seconds BETWEEN 0 AND 86400),
  buffer_after_seconds integer CHECK (buffer_after_seconds BETWEEN 0 AND 86400),
  max_daily_appointments integer CHECK (max_daily_appointments >= 1),
  default_duration_seconds integer CHECK (default_duration_seconds BETWEEN 60 AND 86400),
  minimum_notice_seconds integer CHECK (minimum_notice_seconds >= 0),
  advance_booking_days integer CHECK (advance_booking_days >= 0),
  slot_step_seconds integer CHECK (slot_step_seconds BETWEEN 60 AND 86400),
  prevent_customer_overlap boolean,
  customer_change_cutoff_seconds integer CHECK (customer_change_cutoff_seconds >= 0),
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, technician_id),
  FOREIGN KEY (tenant_id, technician_id) REFERENCES technician ON DELETE CASCADE
);

CREATE TABLE time_off (
  tenant_id uuid NOT NULL,
  technician_id uuid NOT NULL,
  id uuid NOT NULL,
  start_time timestamptz NOT NULL,
  end_time timestamptz NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, technician_id, id),
  FOREIGN KEY (tenant_id, technician_id) REFERENCES technician ON DELETE CASCADE,
  CONSTRAINT time_off_span CHECK (start_time < end_time)
);
CREATE INDEX time_off_by_end ON time_off (tenant_id, technician_id, end_time);

CREATE TABLE date_override (
  tenant_id uuid NOT NULL,
  technician_id uuid NOT NULL,
  date date NOT NULL,
  hours text[] NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, technician_id, date),
  FOREIGN KEY (tenant_id, technician_id) REFERENCES technician ON DELETE CASCADE
);

CREATE TABLE closure (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  start_date date NOT NULL,
  end_date date NOT NULL,
  label text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT closure_dates CHECK (start_date <= end_date)
);
CREATE INDEX closure_by_end ON closure (tenant_id, end_date);

CREATE TABLE service_type (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  display_name text NOT NULL,
  duration_seconds integer CHECK (duration_seconds BETWEEN 60 AND 86400),
  buffer_before_seconds integer CHECK (buffer_before_seconds BETWEEN 0 AND 86400),
  buffer_after_seconds integer CHECK (buffer_after_seconds BETWEEN 0 AND 86400),
  minimum_notice_seconds integer CHECK (minimum_notice_seconds >= 0),
  advance_booking_days integer CHECK (advance_booking_days >= 0),
  required_skills text[] NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX service_type_by_display_name ON service_type (tenant_id, display_name, id);

CREATE TABLE notification_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  confirmation boolean,
  reminder_lead_seconds integer[],
  maximum_lateness_seconds integer,
  from_address text NOT NULL,
  reply_to text NOT NULL,
  contact text NOT NULL,
  version integer NOT NULL
);

-- Busy time imported from other calendars.
CREATE TABLE busy_block (
  tenant_id uuid NOT NULL,
  technician_id uuid NOT NULL,
  id uuid NOT NULL,
  start_time timestamptz NOT NULL,
  end_time timestamptz NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (tenant_id, technician_id, id),
  FOREIGN KEY (tenant_id, technician_id) REFERENCES technician ON DELETE CASCADE,
  CONSTRAINT busy_block_span CHECK (start_time < end_time)
);
CREATE INDEX busy_block_by_end ON busy_block (tenant_id, technician_id, end_time);

-- Customers, tickets, appointments -----------------------------------------------------------------------------

CREATE TABLE customer (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  display_name text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  address text NOT NULL,
  time_zone text,
  language text,
  reminders_opt_out boolean NOT NULL,
  version integer NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX customer_by_display_name ON customer (tenant_id, display_name, id);
CREATE INDEX customer_by_email ON customer (tenant_id, email);

CREATE TABLE ticket (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  reference text NOT NULL,
  subject text NOT NULL,
  description text NOT NULL,
  customer_id uuid NOT NULL,
  assignee_id uuid,
  stage text NOT NULL CHECK (stage IN ('NEW', 'SCHEDULED', 'IN_PROGRESS', 'DONE', 'CANCELLED')),
  priority text NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  due_time timestamptz,
  created_with_appointment boolean NOT NULL,
  version integer NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT ticket_reference UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer,
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES technician
);
CREATE INDEX ticket_by_customer ON ticket (tenant_id, customer_id);
CREATE INDEX ticket_by_assignee ON ticket (tenant_id, assignee_id);
CREATE INDEX ticket_by_create_time ON ticket (tenant_id, create_time, id);

CREATE TABLE appointment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  reference text NOT NULL,
  customer_id uuid NOT NULL,
  technician_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  service_type_id uuid,
  start_time timestamptz NOT NULL,
  end_time timestamptz NOT NULL,
  buffer_before_seconds integer NOT NULL CHECK (buffer_before_seconds BETWEEN 0 AND 86400),
  buffer_after_seconds integer NOT NULL CHECK (buffer_after_seconds BETWEEN 0 AND 86400),
  occupied_start timestamptz NOT NULL,
  occupied_end timestamptz NOT NULL,
  buffer_waived boolean NOT NULL,
  -- Whether it holds technician time now. Follows the status, except inside a batch move, which lets go of all its
  -- rows before it places them.
  holds boolean NOT NULL,
  status text NOT NULL
    CHECK (status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  required_skills text[] NOT NULL,
  description text NOT NULL,
  address text,
  latitude double precision,
  longitude double precision,
  priority text NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  created_via text NOT NULL CHECK (created_via IN ('INTERNAL', 'API', 'AUTOMATION', 'EMAIL', 'CUSTOMER')),
  send_confirmation_email boolean,
  send_reminder_email boolean,
  confirmation_sent_time timestamptz,
  reminder_sent_time timestamptz,
  actual_start_time timestamptz,
  actual_end_time timestamptz,
  cancel_reason text,
  cancel_time timestamptz,
  time_zone text NOT NULL,
  -- Waivers: four arrays of one length.
  waived_reasons text[] NOT NULL,
  waive_justifications text[] NOT NULL,
  waived_by text[] NOT NULL,
  waive_times timestamptz[] NOT NULL,
  version integer NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  creator text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT appointment_reference UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer,
  FOREIGN KEY (tenant_id, technician_id) REFERENCES technician,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket,
  FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type,
  CONSTRAINT appointment_span CHECK (start_time < end_time),
  CONSTRAINT appointment_occupied CHECK (
    extract(epoch FROM start_time) - extract(epoch FROM occupied_start) = buffer_before_seconds
    AND extract(epoch FROM occupied_end) - extract(epoch FROM end_time) = buffer_after_seconds),
  CONSTRAINT appointment_holds CHECK (NOT holds OR status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS')),
  -- Guarantee 1: no two holding appointments of one technician overlap, whoever writes them.
  CONSTRAINT appointment_overlap EXCLUDE USING gist (
    tenant_id WITH =, technician_id WITH =, tstzrange(start_time, end_time) WITH &&) WHERE (holds),
  -- And their buffers keep their distance, except where a manager waived one.
  CONSTRAINT appointment_buffer EXCLUDE USING gist (
    tenant_id WITH =, technician_id WITH =, tstzrange(occupied_start, occupied_end) WITH &&)
    WHERE (holds AND NOT buffer_waived)
);
CREATE INDEX appointment_by_start ON appointment (tenant_id, start_time, id);
CREATE INDEX appointment_by_technician ON appointment (tenant_id, technician_id, start_time, id);
CREATE INDEX appointment_by_customer ON appointment (tenant_id, customer_id, start_time, id);
CREATE INDEX appointment_by_ticket ON appointment (tenant_id, ticket_id);
CREATE INDEX appointment_by_service_type ON appointment (tenant_id, service_type_id) WHERE service_type_id IS NOT NULL;

-- Whoever changes a status by hand changes holds with it, or the constraints above would look away. Judged at the end
-- of the transaction, because a batch move lets go first; only rows that disagree are looked at again.
CREATE FUNCTION appointment_holds_by_status() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM appointment
    WHERE tenant_id = NEW.tenant_id AND id = NEW.id
      AND holds <> (status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS'))
  ) THEN
    RAISE EXCEPTION 'appointment % must hold its time exactly while it is DRAFT, CONFIRMED or IN_PROGRESS', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'appointment_holds_by_status', TABLE = 'appointment';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER appointment_holds_by_status
  AFTER INSERT OR UPDATE OF holds, status ON appointment
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.holds <> (NEW.status IN ('DRAFT', 'CONFIRMED', 'IN_PROGRESS')))
  EXECUTE FUNCTION appointment_holds_by_status();

-- What happened, and what follows from it ----------------------------------------------------------------------

-- One row per change of a resource. It is the history people read, the change feed that Watch follows and what
-- webhooks deliver. Readers of the feed go by (xid, seq) and only as far as no older transaction is still open,
-- so that a slow commit is never skipped.
CREATE TABLE event (
  tenant_id uuid NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  resource_type text NOT NULL CHECK (resource_type IN ('APPOINTMENT', 'TICKET')),
  resource_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  event_time timestamptz NOT NULL,
  actor text NOT NULL,
  source text NOT NULL CHECK (source IN ('INTERNAL', 'API', 'AUTOMATION', 'EMAIL', 'CUSTOMER')),
  reason text,
  technician_id uuid,
  previous_technician_id uuid,
  -- Field changes: three arrays of one length, values as in JSON.
  changed_fields text[] NOT NULL,
  values_before text[] NOT NULL,
  values_after text[] NOT NULL,
  waived_reasons text[] NOT NULL,
  waive_justification text,
  PRIMARY KEY (tenant_id, xid, seq)
);
CREATE INDEX event_by_resource ON event (tenant_id, resource_id, seq);

-- Mails to send, one row per (appointment version, recipient, kind, lead), written with the booking. A pending one
-- is always of the appointment's newest version: a change either voids it or takes it along.
CREATE TABLE notification (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  appointment_version integer NOT NULL,
  kind text NOT NULL
    CHECK (kind IN ('REQUEST_RECEIVED', 'CONFIRMATION', 'REMINDER', 'CHANGE', 'CANCELLATION', 'COMPLETION')),
  recipient text NOT NULL CHECK (recipient IN ('CUSTOMER', 'TECHNICIAN')),
  -- Which customer or technician: after a reassignment the one before is told too. The address is looked up when sent.
  recipient_id uuid NOT NULL,
  lead_seconds integer NOT NULL DEFAULT 0,
  due_time timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'VOID')),
  create_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT notification_once
    UNIQUE (tenant_id, appointment_id, appointment_version, kind, recipient_id, lead_seconds),
  FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment
);
CREATE INDEX notification_due ON notification (due_time) WHERE status = 'PENDING';

-- First successes of requests that carried a request id, kept for 24 hours.
CREATE TABLE replay (
  tenant_id uuid NOT NULL REFERENCES tenant,
  caller text NOT NULL,
  request_id uuid NOT NULL,
  request_hash bytea NOT NULL,
  response bytea NOT NULL,
  create_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, caller, request_id)
);
CREATE INDEX replay_by_create_time ON replay (create_time);

-- Row-level security -------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tenant', 'technician', 'api_key', 'api_key_secret', 'tenant_policy', 'technician_policy',
      'time_off', 'date_override', 'closure', 'service_type', 'notification_settings', 'busy_block', 'customer',
      'ticket', 'appointment', 'event', 'notification', 'replay'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant())', t);
  END LOOP;
END $$;

-- The owner makes, lists and shuts tenants; their rows it sees one tenant at a time, like everybody.
CREATE POLICY every_tenant ON tenant TO CURRENT_USER USING (true);

-- A caller is recognised by the hash of the secret presented, before the tenant is known.
CREATE POLICY presented_secret ON api_key_secret FOR SELECT
  USING (secret_hash = decode(nullif(current_setting('app.credential', true), ''), 'hex'));

-- The chore that forgets old replies works across tenants, and sees nothing else.
CREATE POLICY forget_replies ON replay
  USING (create_time < now() - interval '24 hours' AND current_setting('app.chore', true) = 'forget-replies');

GRANT USAGE ON SCHEMA reference TO "${serviceRole}";
ALTER DEFAULT PRIVILEGES IN SCHEMA reference GRANT USAGE ON SEQUENCES TO "${serviceRole}";
GRANT SELECT ON tenant TO "${serviceRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON technician, api_key, api_key_secret, tenant_policy, technician_policy,
  time_off, date_override, closure, service_type, notification_settings, busy_block, customer, ticket, replay
  TO "${serviceRole}";
GRANT SELECT, INSERT, UPDATE ON appointment, notification TO "${serviceRole}";
GRANT SELECT, INSERT ON event TO "${serviceRole}";

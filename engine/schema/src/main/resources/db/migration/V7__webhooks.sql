-- Webhooks. What happened is in the table of events, written with the booking; here is who wants to be told of it,
-- and what became of it. Fanning out and delivering are the mailer's, never part of a booking.

-- What a person sets, and from state on what becomes of it. How far the feed of events has been fanned out to an
-- endpoint is (feed_xid, feed_seq), read like every reader of the feed does; its deliveries are numbered to
-- last_sequence.
CREATE TABLE webhook_endpoint (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  display_name text NOT NULL,
  url text NOT NULL,
  event_types text[] NOT NULL,
  owner_email text NOT NULL,
  version integer NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'ENABLED' CHECK (state IN ('ENABLED', 'DISABLED', 'PAUSED', 'GONE')),
  state_reason text NOT NULL DEFAULT '',
  feed_xid xid8 NOT NULL DEFAULT pg_snapshot_xmin(pg_current_snapshot()),
  feed_seq bigint NOT NULL DEFAULT 0,
  last_sequence integer NOT NULL DEFAULT 0,
  -- Attempts that failed since the last success, when the first of them was, and until when the receiver asked us to
  -- stay away.
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  not_before timestamptz,
  -- Set while its owner is to be told that it has stopped.
  notice_due_time timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX webhook_endpoint_notice ON webhook_endpoint (notice_due_time) WHERE notice_due_time IS NOT NULL;
CREATE INDEX webhook_endpoint_by_display_name ON webhook_endpoint (tenant_id, display_name, id);

-- Signing needs the secret itself, so it is kept as it is; only the mailer may read it. An endpoint has two while it is
-- being rotated.
CREATE TABLE webhook_secret (
  tenant_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  id uuid NOT NULL,
  secret text NOT NULL,
  create_time timestamptz NOT NULL,
  expire_time timestamptz,
  PRIMARY KEY (tenant_id, endpoint_id, id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint ON DELETE CASCADE
);

-- One event on its way to one endpoint. The id is what the receiver knows the message by, whenever and however often it
-- is sent; it follows from endpoint and event, so that not even a crash of the server changes it. A pending one waits for the earlier pending ones of the same resource.
CREATE TABLE webhook_delivery (
  tenant_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  id uuid NOT NULL,
  sequence integer NOT NULL,
  event_seq bigint NOT NULL,
  resource_type text NOT NULL CHECK (resource_type IN ('APPOINTMENT', 'TICKET')),
  resource_id uuid NOT NULL,
  version integer NOT NULL,
  event_type text NOT NULL,
  event_time timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
  -- Attempts begun since it was last put on its way.
  tries integer NOT NULL DEFAULT 0,
  due_time timestamptz NOT NULL,
  -- While somebody is at it: until when nobody else may be.
  lease_time timestamptz,
  create_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, endpoint_id, id),
  CONSTRAINT webhook_delivery_once UNIQUE (tenant_id, endpoint_id, event_seq),
  CONSTRAINT webhook_delivery_sequence UNIQUE (tenant_id, endpoint_id, sequence),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint ON DELETE CASCADE
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (tenant_id, endpoint_id, due_time, sequence)
  WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_leased ON webhook_delivery (tenant_id, endpoint_id, lease_time)
  WHERE status = 'PENDING' AND lease_time IS NOT NULL;
CREATE INDEX webhook_delivery_by_resource ON webhook_delivery (tenant_id, endpoint_id, resource_id, sequence);
CREATE INDEX webhook_delivery_by_status ON webhook_delivery (tenant_id, endpoint_id, status, sequence);
CREATE INDEX webhook_delivery_by_create_time ON webhook_delivery (create_time);

-- Every request that was made, with as much of the answer as people need to find out what is wrong.
CREATE TABLE webhook_attempt (
  tenant_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  attempt_time timestamptz NOT NULL,
  duration_ms integer NOT NULL CHECK (duration_ms >= 0),
  -- None when there was no answer; then the error says why.
  http_status integer,
  error text NOT NULL,
  answer text NOT NULL,
  PRIMARY KEY (tenant_id, endpoint_id, delivery_id, id),
  FOREIGN KEY (tenant_id, endpoint_id, delivery_id) REFERENCES webhook_delivery ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhook_endpoint', 'webhook_secret', 'webhook_delivery', 'webhook_attempt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant())', t);
  END LOOP;
END $$;

-- The engine writes secrets and can never read them back.
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoint TO "${serviceRole}";
GRANT INSERT, DELETE ON webhook_secret TO "${serviceRole}";
GRANT SELECT (tenant_id, endpoint_id, id, create_time, expire_time), UPDATE (expire_time) ON webhook_secret
  TO "${serviceRole}";
GRANT SELECT, UPDATE (status, tries, due_time) ON webhook_delivery TO "${serviceRole}";
GRANT SELECT ON webhook_attempt TO "${serviceRole}";

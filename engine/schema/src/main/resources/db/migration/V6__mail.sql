-- Delivering the mails of the ledger. The engine writes what is owed and voids what is superseded; the mailer leases
-- what is due and writes how it went.

ALTER TABLE notification
  DROP CONSTRAINT notification_status_check,
  ADD CONSTRAINT notification_status_check
    CHECK (status IN ('PENDING', 'SENT', 'BOUNCED', 'FAILED', 'SKIPPED', 'VOID')),
  -- Not to be looked at before: it is leased until then, or the next try is due then.
  ADD COLUMN not_before timestamptz,
  -- Who has leased it; only they may say how it went.
  ADD COLUMN lease uuid,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  -- Where it went, and as what: both are settled at the first try, so that a later one is recognisable.
  ADD COLUMN address text,
  ADD COLUMN message_id text,
  -- When it was sent, given up or skipped.
  ADD COLUMN end_time timestamptz,
  -- Why it was skipped or given up.
  ADD COLUMN reason text;

DROP INDEX notification_due;
CREATE INDEX notification_queue ON notification (coalesce(not_before, due_time), tenant_id) WHERE status = 'PENDING';
CREATE INDEX notification_by_due_time ON notification (tenant_id, due_time, id);
CREATE INDEX notification_by_recipient ON notification (tenant_id, recipient_id);
CREATE INDEX notification_failed ON notification (tenant_id, due_time, id) WHERE status IN ('FAILED', 'BOUNCED');
CREATE INDEX notification_by_message_id ON notification (message_id) WHERE message_id IS NOT NULL;

-- Every try to hand a mail to the mail server, and what it answered.
CREATE TABLE notification_attempt (
  tenant_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  number integer NOT NULL,
  start_time timestamptz NOT NULL,
  end_time timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ACCEPTED', 'DEFERRED', 'REFUSED', 'UNREACHABLE', 'BOUNCED')),
  -- The mail server's three digits, if it answered.
  code integer,
  answer text NOT NULL,
  PRIMARY KEY (tenant_id, notification_id, number),
  FOREIGN KEY (tenant_id, notification_id) REFERENCES notification ON DELETE CASCADE
);

-- Addresses that do not exist: nothing is sent to them until somebody takes them off.
CREATE TABLE suppression (
  tenant_id uuid NOT NULL REFERENCES tenant,
  -- In lower case.
  address text NOT NULL,
  notification_id uuid,
  answer text NOT NULL,
  create_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, address)
);

-- What a tenant writes in place of a shipped mail. The newest revision holds; one without texts is a return to what
-- is shipped.
CREATE TABLE notification_template (
  tenant_id uuid NOT NULL REFERENCES tenant,
  kind text NOT NULL
    CHECK (kind IN ('REQUEST_RECEIVED', 'CONFIRMATION', 'REMINDER', 'CHANGE', 'CANCELLATION', 'COMPLETION')),
  recipient text NOT NULL CHECK (recipient IN ('CUSTOMER', 'TECHNICIAN')),
  language text NOT NULL,
  revision integer NOT NULL,
  subject text,
  body_text text,
  body_html text,
  author text NOT NULL,
  create_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, kind, recipient, language, revision),
  CONSTRAINT notification_template_whole
    CHECK ((subject IS NULL) = (body_text IS NULL) AND (subject IS NULL) = (body_html IS NULL))
);

-- What links in mails are signed with.
CREATE TABLE mail_link_key (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  secret bytea NOT NULL CHECK (octet_length(secret) = 32)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notification_attempt', 'suppression', 'notification_template', 'mail_link_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant())', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON notification_attempt, notification_template, mail_link_key TO "${serviceRole}";
GRANT SELECT, INSERT, DELETE ON suppression TO "${serviceRole}";

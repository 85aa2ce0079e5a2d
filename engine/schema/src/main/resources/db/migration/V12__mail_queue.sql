-- When a mail is to be looked at next. Row-level security lets the planner use an index only through expressions that
-- are known to leak nothing, and coalesce is not among them: the queue was read whole, reminders of all months included.
ALTER TABLE notification
  ADD COLUMN next_time timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(not_before, due_time)) STORED;

DROP INDEX notification_queue;
CREATE INDEX notification_queue ON notification (next_time, tenant_id) WHERE status = 'PENDING';

-- What the mailer may see and write when it delivers webhooks. Run again whenever it or the role's name changes; without
-- a role of its own nothing is granted, and nothing is delivered: whoever may read the secrets can sign.

DO $$
DECLARE
  mailer text := nullif('${mailerRole}', '');
BEGIN
  DROP POLICY IF EXISTS due_webhook ON webhook_endpoint;
  DROP POLICY IF EXISTS due_webhook ON webhook_delivery;
  DROP POLICY IF EXISTS due_webhook ON event;
  IF mailer IS NOT NULL THEN
    -- Who has something due is looked up across tenants; everything else is done one tenant at a time. Of the events it
    -- sees those of tenants that have an endpoint.
    EXECUTE format(
      'CREATE POLICY due_webhook ON webhook_endpoint FOR SELECT TO %I
         USING (current_setting(''app.chore'', true) = ''find-webhooks'')', mailer);
    EXECUTE format(
      'CREATE POLICY due_webhook ON webhook_delivery TO %I
         USING (current_setting(''app.chore'', true) = ''find-webhooks'')', mailer);
    EXECUTE format(
      'CREATE POLICY due_webhook ON event FOR SELECT TO %I
         USING (current_setting(''app.chore'', true) = ''find-webhooks''
           AND tenant_id IN (SELECT tenant_id FROM webhook_endpoint))', mailer);
    EXECUTE format('GRANT SELECT ON event, webhook_endpoint, webhook_secret, webhook_delivery TO %I', mailer);
    EXECUTE format(
      'GRANT UPDATE (state, state_reason, feed_xid, feed_seq, last_sequence, failures, failing_since, not_before,
         notice_due_time) ON webhook_endpoint TO %I', mailer);
    EXECUTE format(
      'GRANT INSERT, DELETE, UPDATE (status, tries, due_time, lease_time) ON webhook_delivery TO %I', mailer);
    -- When it was tried last tells for how long the owner of a stopped endpoint could not be told.
    EXECUTE format(
      'GRANT INSERT, SELECT (tenant_id, endpoint_id, attempt_time) ON webhook_attempt TO %I', mailer);
  END IF;
END $$;

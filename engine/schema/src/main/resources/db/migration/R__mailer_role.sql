-- What the mailer may see and write when it delivers mail. Run again whenever it or the role's name changes; without
-- a role of its own nothing is granted.

DO $$
DECLARE
  mailer text := nullif('${mailerRole}', '');
  deliverer text := coalesce(quote_ident(mailer) || ', ', '') || 'CURRENT_USER';
BEGIN
  DROP POLICY IF EXISTS due_mail ON notification;
  DROP POLICY IF EXISTS returned_mail ON notification;
  -- Whose mails are due, and whose mail came back, is looked up across tenants; everything else one tenant at a time.
  EXECUTE format(
    'CREATE POLICY due_mail ON notification FOR SELECT TO %s
       USING (status = ''PENDING'' AND current_setting(''app.chore'', true) = ''find-mail'')',
    deliverer);
  EXECUTE format(
    'CREATE POLICY returned_mail ON notification FOR SELECT TO %s
       USING (message_id IS NOT NULL AND current_setting(''app.chore'', true) = ''find-returned-mail'')',
    deliverer);
  IF mailer IS NOT NULL THEN
    EXECUTE format(
      'GRANT SELECT ON tenant, technician, customer, ticket, service_type, appointment, notification_settings,
         notification, notification_attempt, notification_template, suppression, mail_link_key TO %I',
      mailer);
    EXECUTE format(
      'GRANT UPDATE (status, not_before, lease, attempts, address, message_id, end_time, reason) ON notification TO %I',
      mailer);
    EXECUTE format('GRANT INSERT ON notification_attempt, suppression, mail_link_key TO %I', mailer);
    EXECUTE format('GRANT UPDATE (confirmation_sent_time, reminder_sent_time) ON appointment TO %I', mailer);
  END IF;
END $$;

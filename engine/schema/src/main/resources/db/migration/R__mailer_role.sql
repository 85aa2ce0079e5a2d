-- What the mailer may see and write when it delivers mail. Run again whenever it or the role's name changes; without
-- a role of its own nothing is granted.

DO $$
DECLARE
  mailer text := nullif('${mailerRole}', '');
  deliverer text := coalesce(quote_ident(mailer) || ', ', '') || 'CURRENT_USER';
BEGIN
  IF EXISTS (SELECT FROM pg_policies WHERE policyname = 'due_mail') THEN
    DROP POLICY due_mail ON notification;
  END IF;
  -- Whose mails are due is looked up across tenants; everything else one tenant at a time.
  EXECUTE format(
    'CREATE POLICY due_mail ON notification FOR SELECT TO %s
       USING (status = ''PENDING'' AND current_setting(''app.chore'', true) = ''find-mail'')',
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

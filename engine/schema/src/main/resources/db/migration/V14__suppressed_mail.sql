-- A mail that was not sent because its address is on the suppression list says so.

ALTER TABLE notification
  DROP CONSTRAINT notification_status_check,
  ADD CONSTRAINT notification_status_check
    CHECK (status IN ('PENDING', 'SENT', 'BOUNCED', 'FAILED', 'SKIPPED', 'VOID', 'SUPPRESSED'));

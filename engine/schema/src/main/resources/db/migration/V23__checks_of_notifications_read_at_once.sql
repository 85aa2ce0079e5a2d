-- As for tickets: lists of values are one constant.
ALTER TABLE notification
  DROP CONSTRAINT notification_kind_check,
  ADD CONSTRAINT notification_kind_check
    CHECK (kind = ANY ('{REQUEST_RECEIVED,CONFIRMATION,REMINDER,CHANGE,CANCELLATION,COMPLETION}')) NOT VALID,
  DROP CONSTRAINT notification_recipient_check,
  ADD CONSTRAINT notification_recipient_check CHECK (recipient = ANY ('{CUSTOMER,TECHNICIAN}')) NOT VALID,
  DROP CONSTRAINT notification_status_check,
  ADD CONSTRAINT notification_status_check
    CHECK (status = ANY ('{PENDING,SENT,BOUNCED,FAILED,SKIPPED,VOID,SUPPRESSED}')) NOT VALID;

-- Reads the tables without keeping anybody from them.
ALTER TABLE ticket
  VALIDATE CONSTRAINT ticket_stage_check,
  VALIDATE CONSTRAINT ticket_priority_check;

ALTER TABLE appointment
  VALIDATE CONSTRAINT appointment_status_check,
  VALIDATE CONSTRAINT appointment_holds,
  VALIDATE CONSTRAINT appointment_priority_check,
  VALIDATE CONSTRAINT appointment_created_via_check,
  VALIDATE CONSTRAINT appointment_occupied;

ALTER TABLE event
  VALIDATE CONSTRAINT event_resource_type_check,
  VALIDATE CONSTRAINT event_source_check;

ALTER TABLE notification
  VALIDATE CONSTRAINT notification_kind_check,
  VALIDATE CONSTRAINT notification_recipient_check,
  VALIDATE CONSTRAINT notification_status_check;

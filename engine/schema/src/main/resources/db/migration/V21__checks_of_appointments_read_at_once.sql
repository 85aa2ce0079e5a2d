-- As for tickets: lists of values are one constant. So is a distance of two times one difference.
ALTER TABLE appointment
  DROP CONSTRAINT appointment_status_check,
  ADD CONSTRAINT appointment_status_check
    CHECK (status = ANY ('{DRAFT,CONFIRMED,IN_PROGRESS,COMPLETED,CANCELLED,NO_SHOW,HELD}')) NOT VALID,
  DROP CONSTRAINT appointment_holds,
  ADD CONSTRAINT appointment_holds CHECK (NOT holds OR status = ANY ('{DRAFT,CONFIRMED,IN_PROGRESS,HELD}')) NOT VALID,
  DROP CONSTRAINT appointment_priority_check,
  ADD CONSTRAINT appointment_priority_check CHECK (priority = ANY ('{LOW,NORMAL,HIGH,URGENT}')) NOT VALID,
  DROP CONSTRAINT appointment_created_via_check,
  ADD CONSTRAINT appointment_created_via_check
    CHECK (created_via = ANY ('{INTERNAL,API,AUTOMATION,EMAIL,CUSTOMER}')) NOT VALID,
  DROP CONSTRAINT appointment_occupied,
  ADD CONSTRAINT appointment_occupied CHECK (
    extract(epoch FROM start_time - occupied_start) = buffer_before_seconds
    AND extract(epoch FROM occupied_end - end_time) = buffer_after_seconds) NOT VALID;

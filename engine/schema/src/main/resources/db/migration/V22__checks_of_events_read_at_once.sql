-- As for tickets: lists of values are one constant.
ALTER TABLE event
  DROP CONSTRAINT event_resource_type_check,
  ADD CONSTRAINT event_resource_type_check CHECK (resource_type = ANY ('{APPOINTMENT,TICKET}')) NOT VALID,
  DROP CONSTRAINT event_source_check,
  ADD CONSTRAINT event_source_check CHECK (source = ANY ('{INTERNAL,API,AUTOMATION,EMAIL,CUSTOMER}')) NOT VALID;

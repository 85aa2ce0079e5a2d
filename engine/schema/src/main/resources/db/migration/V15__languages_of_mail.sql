-- In which language technicians read their mails, and everybody of whom none is known: BCP 47 tags; empty: not known.
ALTER TABLE technician ADD COLUMN language text NOT NULL DEFAULT '';
ALTER TABLE notification_settings ADD COLUMN language text NOT NULL DEFAULT '';

-- In which language the owner of an endpoint is told that it has stopped: a BCP 47 tag; empty: not known.
ALTER TABLE webhook_endpoint ADD COLUMN owner_language text NOT NULL DEFAULT '';

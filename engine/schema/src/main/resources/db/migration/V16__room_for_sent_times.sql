-- A visit is written once more when its confirmation was sent. With room on its page that touches none of its indexes,
-- the two that refuse overlaps among them.
ALTER TABLE appointment SET (fillfactor = 80);

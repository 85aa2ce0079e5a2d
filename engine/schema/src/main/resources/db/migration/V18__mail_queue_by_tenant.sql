-- Mails are leased tenant by tenant, the oldest first. Whose turn it may be is found by going from tenant to tenant, which
-- takes the same time however many mails of one are due; by time first, all of them were read.
DROP INDEX notification_queue;
CREATE INDEX notification_queue ON notification (tenant_id, next_time) WHERE status = 'PENDING';

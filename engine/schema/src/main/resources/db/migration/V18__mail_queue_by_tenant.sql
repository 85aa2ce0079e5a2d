-- Mails are leased tenant by tenant, the oldest first, and of very many that are due the tenants are found by going from one to
-- the next. What is due at all, whosever it is, is found by notification_queue, which begins with the time.
CREATE INDEX notification_queue_of_tenant ON notification (tenant_id, next_time) WHERE status = 'PENDING';

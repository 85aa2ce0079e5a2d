-- A tenant's queue is read on from where a look at it ended. Mails of one moment, as a plan or an import brings them by the
-- thousand, need an order among themselves for that.
CREATE INDEX notification_queue_by_tenant ON notification (tenant_id, next_time, id) WHERE status = 'PENDING';
DROP INDEX notification_queue_of_tenant;

package org.supportcenter.app.keys;

import java.time.Instant;
import java.util.UUID;

/**
 * Who shares technicians, customers and appointments, and sees nobody else's.
 *
 * @param active whether its callers are served
 */
public record Tenant(UUID id, String displayName, boolean active, Instant createTime) {}

package org.supportcenter.app.keys;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param role ADMIN, MANAGER or TECHNICIAN; null for an integrator's key
 * @param technician whom it acts for; only with the role TECHNICIAN
 * @param scopes what it may do; with a role, none means all that the role may do
 */
record NewKey(
    String displayName, @Nullable String role, @Nullable UUID technician, List<String> scopes) {}

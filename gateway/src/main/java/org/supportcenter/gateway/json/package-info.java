/** Strict proto3 JSON: nothing unknown, mistyped or repeated is let through. */
@NullMarked
package org.supportcenter.gateway.json;

import org.jspecify.annotations.NullMarked;

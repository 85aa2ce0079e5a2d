/** Roles and scopes: who may do what. */
@NullMarked
package org.supportcenter.domain.access;

import org.jspecify.annotations.NullMarked;

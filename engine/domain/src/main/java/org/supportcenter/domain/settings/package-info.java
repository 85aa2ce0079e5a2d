/** What people set for the whole tenant, besides its policy. */
@NullMarked
package org.supportcenter.domain.settings;

import org.jspecify.annotations.NullMarked;

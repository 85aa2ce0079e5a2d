/** What every call passes through: errors, the caller, validation, log and metrics. */
@NullMarked
package org.supportcenter.engine.call;

import org.jspecify.annotations.NullMarked;

/** One process each, for real deployments, configured by environment. */
@NullMarked
package org.supportcenter.app.process;

import org.jspecify.annotations.NullMarked;

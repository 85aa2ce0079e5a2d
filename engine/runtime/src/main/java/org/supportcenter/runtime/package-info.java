/** What every process of ours is made of besides its own work. */
@NullMarked
package org.supportcenter.runtime;

import org.jspecify.annotations.NullMarked;

/** Which addresses a process may be made to connect to. */
@NullMarked
package org.supportcenter.runtime.network;

import org.jspecify.annotations.NullMarked;

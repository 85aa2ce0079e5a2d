/** What a person at the terminal meets: log lines, and failures put into one sentence. */
@NullMarked
package org.supportcenter.app.console;

import org.jspecify.annotations.NullMarked;

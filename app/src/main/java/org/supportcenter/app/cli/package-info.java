/** The command line: every command, option, environment variable and default. */
@NullMarked
package org.supportcenter.app.cli;

import org.jspecify.annotations.NullMarked;

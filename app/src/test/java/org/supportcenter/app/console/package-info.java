@NullMarked
package org.supportcenter.app.console;

import org.jspecify.annotations.NullMarked;

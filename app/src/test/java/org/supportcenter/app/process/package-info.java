@NullMarked
package org.supportcenter.app.process;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.supportcenter.app.start;

import org.jspecify.annotations.NullMarked;

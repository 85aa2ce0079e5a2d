@NullMarked
package org.supportcenter.app.check;

import org.jspecify.annotations.NullMarked;

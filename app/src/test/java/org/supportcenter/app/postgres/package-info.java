@NullMarked
package org.supportcenter.app.postgres;

import org.jspecify.annotations.NullMarked;

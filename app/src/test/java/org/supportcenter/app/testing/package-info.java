/** What the tests of the commands share. */
@NullMarked
package org.supportcenter.app.testing;

import org.jspecify.annotations.NullMarked;

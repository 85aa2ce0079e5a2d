@NullMarked
package org.supportcenter.app.cli;

import org.jspecify.annotations.NullMarked;

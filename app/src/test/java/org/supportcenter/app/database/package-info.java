@NullMarked
package org.supportcenter.app.database;

import org.jspecify.annotations.NullMarked;

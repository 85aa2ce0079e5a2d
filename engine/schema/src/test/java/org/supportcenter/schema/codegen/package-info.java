/**
 * Generates the jOOQ classes from the migrations, and checks that the committed ones are current.
 */
@NullMarked
package org.supportcenter.schema.codegen;

import org.jspecify.annotations.NullMarked;

/**
 * Suggestions: which of the free slots suit best, by soft rules whose points and words are told
 * with each; and what stands in the way when there is no slot. The formulas are published in {@code
 * docs/suggestions.md}.
 */
@NullMarked
package org.supportcenter.domain.suggestion;

import org.jspecify.annotations.NullMarked;

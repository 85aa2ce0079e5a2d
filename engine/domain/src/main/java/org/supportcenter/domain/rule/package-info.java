/**
 * The scheduling rules: one class each, listed in {@link org.supportcenter.domain.rule.RuleBook}.
 */
@NullMarked
package org.supportcenter.domain.rule;

import org.jspecify.annotations.NullMarked;

/**
 * Made-up technicians, customers and visits to try things with. All of it is asked of the engine
 * like by any other caller, so that it breaks no rule.
 */
@NullMarked
package org.supportcenter.app.demo;

import org.jspecify.annotations.NullMarked;

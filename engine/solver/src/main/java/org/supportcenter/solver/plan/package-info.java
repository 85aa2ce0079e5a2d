/** Plans: the visits of a task routed among technicians, judged by the rule book. */
@NullMarked
package org.supportcenter.solver.plan;

import org.jspecify.annotations.NullMarked;

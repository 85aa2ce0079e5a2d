/**
 * Routing: stops in order on routes. The search proposes by ruin and recreate on plain arrays and
 * hands to Timefold what annealing accepts; Timefold scores each step by the constraints, keeps the
 * best and says when it is over.
 */
@NullMarked
package org.supportcenter.solver.route;

import org.jspecify.annotations.NullMarked;

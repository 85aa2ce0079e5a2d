package org.supportcenter.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.plan.PlanTask;

/**
 * A plan's task and where it came from.
 *
 * @param appointments those that may be moved, by id
 * @param requests ids of the visits that nobody has booked yet, in the order of the requests
 */
record PlanContent(PlanTask task, Map<UUID, Appointment> appointments, List<UUID> requests) {}

package org.supportcenter.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.v1.PlanRequest;

/**
 * A plan's task and where it came from.
 *
 * @param appointments those that may be moved, by id
 * @param requests by the id of the visit
 * @param numbers of the requests, counted from one
 */
record PlanContent(
    PlanOrder order,
    PlanTask task,
    Map<UUID, Appointment> appointments,
    Map<UUID, PlanRequest> requests,
    List<UUID> numbers) {}

package org.supportcenter.domain.rule;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.Visit;

/**
 * A customer is in one visit at a time, whoever the technicians are, while the policy of the judged
 * visit's technician asks for it. Buffers do not matter to customers.
 */
final class CustomerOverlap implements PairRule {

  @Override
  public Reason reason() {
    return Reason.CUSTOMER_OVERLAP;
  }

  @Override
  public Bond bond() {
    return Bond.CUSTOMER;
  }

  @Override
  public long broken(Proposal visit, Visit other) {
    return concerns(visit.technician(), visit.customerId(), other)
        ? Amount.overlap(visit.span(), other.span())
        : 0;
  }

  @Override
  public Violation explain(Proposal visit, Visit other) {
    var customerId = other.customerId();
    if (customerId == null) {
      throw new IllegalArgumentException("A visit without a customer breaks no customer rule");
    }
    return new Violation(
        reason(),
        new Subject(Subject.Kind.CUSTOMER, customerId),
        Subject.of(other),
        "The customer already has an appointment from %s."
            .formatted(Words.stretch(other.span(), visit.technician().zone())),
        new TreeMap<>(
            Map.of(
                "overlapMinutes", Words.minutesUp(Amount.shared(visit.span(), other.span())),
                "startTime", other.span().start().toString(),
                "endTime", other.span().end().toString())));
  }

  @Override
  public void forbid(Enquiry enquiry, Visit other, ForbiddenStarts starts) {
    if (concerns(enquiry.technician(), enquiry.customerId(), other)) {
      starts.between(other.span().start().minus(enquiry.duration()), other.span().end());
    }
  }

  private static boolean concerns(
      TechnicianFacts technician, @Nullable UUID customerId, Visit other) {
    return customerId != null
        && technician.policy().preventCustomerOverlap()
        && other.occupancy().holdsTime()
        && customerId.equals(other.customerId());
  }
}

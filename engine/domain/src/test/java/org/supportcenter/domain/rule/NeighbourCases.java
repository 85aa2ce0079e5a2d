package org.supportcenter.domain.rule;

import static org.supportcenter.domain.rule.Reason.BUFFER_TOO_SHORT;
import static org.supportcenter.domain.rule.Reason.CUSTOMER_OVERLAP;
import static org.supportcenter.domain.rule.Reason.OVERLAPS_APPOINTMENT;
import static org.supportcenter.domain.rule.RuleCase.broken;
import static org.supportcenter.domain.rule.RuleCase.kept;
import static org.supportcenter.domain.rule.Scene.COLLEAGUE;
import static org.supportcenter.domain.rule.Scene.CUSTOMER;
import static org.supportcenter.domain.rule.Scene.STRANGER;
import static org.supportcenter.domain.rule.Scene.TECHNICIAN;
import static org.supportcenter.domain.rule.Scene.berlin;
import static org.supportcenter.domain.schedule.Occupancy.APPOINTMENT;
import static org.supportcenter.domain.schedule.Occupancy.COMPLETED;

import java.util.List;
import java.util.stream.Stream;

/** Two visits of one technician or one customer. */
final class NeighbourCases {

  private static final List<RuleCase> OVERLAPS =
      List.of(
          broken(
              OVERLAPS_APPOINTMENT,
              "the same time",
              berlin().booked("2027-03-02T10:00", "2027-03-02T11:00")),
          broken(
              OVERLAPS_APPOINTMENT,
              "one second",
              berlin().booked("2027-03-02T10:59:59", "2027-03-02T12:00")),
          broken(
              OVERLAPS_APPOINTMENT,
              "around it",
              berlin().booked("2027-03-02T09:00", "2027-03-02T12:00")),
          broken(
              OVERLAPS_APPOINTMENT,
              "inside it",
              berlin().booked("2027-03-02T10:20", "2027-03-02T10:30")),
          broken(
              OVERLAPS_APPOINTMENT,
              "a hold",
              berlin().held("2027-03-02T10:30", "2027-03-02T11:30")),
          kept(
              OVERLAPS_APPOINTMENT,
              "touching on both sides without buffers",
              berlin()
                  .booked("2027-03-02T09:00", "2027-03-02T10:00")
                  .booked("2027-03-02T11:00", "2027-03-02T12:00")),
          kept(
              OVERLAPS_APPOINTMENT,
              "a completed visit frees its time",
              berlin().completed("2027-03-02T10:00", "2027-03-02T11:00")),
          kept(
              OVERLAPS_APPOINTMENT,
              "a colleague's visit",
              berlin()
                  .add(COLLEAGUE, null, "2027-03-02T10:00", "2027-03-02T11:00", 0, APPOINTMENT)),
          kept(
              OVERLAPS_APPOINTMENT,
              "the moved visit's own old place",
              berlin().moving("2027-03-02T10:30", "2027-03-02T11:30")),
          kept(
              OVERLAPS_APPOINTMENT,
              "two others that overlap each other",
              berlin()
                  .booked("2027-03-02T12:00", "2027-03-02T13:00")
                  .booked("2027-03-02T12:30", "2027-03-02T13:30")));

  private static final List<RuleCase> BUFFERS =
      List.of(
          kept(
              BUFFER_TOO_SHORT,
              "exactly the buffer after of the earlier",
              berlin().buffers(0, 15).booked("2027-03-02T11:15", "2027-03-02T12:00")),
          broken(
              BUFFER_TOO_SHORT,
              "a minute less",
              berlin().buffers(0, 15).booked("2027-03-02T11:14", "2027-03-02T12:00")),
          broken(
              BUFFER_TOO_SHORT,
              "buffers add up where the visit is the earlier",
              berlin().buffers(5, 10).booked("2027-03-02T11:29:59", "2027-03-02T12:30", 20)),
          kept(
              BUFFER_TOO_SHORT,
              "the sum just fits where the visit is the earlier",
              berlin().buffers(5, 10).booked("2027-03-02T11:30", "2027-03-02T12:30", 20)),
          broken(
              BUFFER_TOO_SHORT,
              "buffers add up where the visit is the later",
              berlin().buffers(5, 10).booked("2027-03-02T08:30", "2027-03-02T09:35:01", 20)),
          kept(
              BUFFER_TOO_SHORT,
              "the sum just fits where the visit is the later",
              berlin().buffers(5, 10).booked("2027-03-02T08:30", "2027-03-02T09:35", 20)),
          broken(
              OVERLAPS_APPOINTMENT,
              "an overlap is not also a short buffer",
              berlin().buffers(30, 30).booked("2027-03-02T10:30", "2027-03-02T12:00", 30)),
          broken(
              BUFFER_TOO_SHORT,
              "touching with a buffer",
              berlin().buffers(0, 1).booked("2027-03-02T11:00", "2027-03-02T12:00")),
          broken(
              BUFFER_TOO_SHORT,
              "a hold is protected like an appointment",
              berlin().buffers(0, 15).held("2027-03-02T11:05", "2027-03-02T12:00")),
          kept(
              BUFFER_TOO_SHORT,
              "a completed visit asks for no distance",
              berlin().buffers(15, 15).completed("2027-03-02T11:00", "2027-03-02T12:00")),
          kept(
              BUFFER_TOO_SHORT,
              "two others that stand too near to each other",
              berlin()
                  .booked("2027-03-02T12:00", "2027-03-02T13:00", 30)
                  .booked("2027-03-02T13:00", "2027-03-02T14:00", 30)),
          broken(
              BUFFER_TOO_SHORT,
              "across midnight",
              berlin()
                  .buffers(0, 30)
                  .daily("00:00", "24:00")
                  .booked("2027-03-03T00:10", "2027-03-03T01:00")
                  .asks("2027-03-02T22:50", "2027-03-02T23:50")));

  private static final List<RuleCase> CUSTOMERS =
      List.of(
          broken(
              CUSTOMER_OVERLAP,
              "with a colleague",
              berlin()
                  .customer(CUSTOMER)
                  .add(
                      COLLEAGUE,
                      CUSTOMER,
                      "2027-03-02T10:59:59",
                      "2027-03-02T12:00",
                      0,
                      APPOINTMENT)),
          broken(
              CUSTOMER_OVERLAP,
              "with the same technician both are broken",
              berlin()
                  .customer(CUSTOMER)
                  .add(
                      TECHNICIAN, CUSTOMER, "2027-03-02T10:30", "2027-03-02T12:00", 0, APPOINTMENT),
              OVERLAPS_APPOINTMENT),
          kept(
              CUSTOMER_OVERLAP,
              "buffers do not matter to customers",
              berlin()
                  .customer(CUSTOMER)
                  .buffers(30, 30)
                  .add(
                      COLLEAGUE,
                      CUSTOMER,
                      "2027-03-02T11:00",
                      "2027-03-02T12:00",
                      30,
                      APPOINTMENT)),
          kept(
              CUSTOMER_OVERLAP,
              "another customer",
              berlin()
                  .customer(CUSTOMER)
                  .add(
                      COLLEAGUE, STRANGER, "2027-03-02T10:00", "2027-03-02T11:00", 0, APPOINTMENT)),
          kept(
              CUSTOMER_OVERLAP,
              "no customer given",
              berlin()
                  .add(
                      COLLEAGUE, CUSTOMER, "2027-03-02T10:00", "2027-03-02T11:00", 0, APPOINTMENT)),
          kept(
              CUSTOMER_OVERLAP,
              "the technician's policy allows it",
              berlin()
                  .customer(CUSTOMER)
                  .customersMayOverlap()
                  .add(
                      COLLEAGUE, CUSTOMER, "2027-03-02T10:00", "2027-03-02T11:00", 0, APPOINTMENT)),
          kept(
              CUSTOMER_OVERLAP,
              "the other is completed",
              berlin()
                  .customer(CUSTOMER)
                  .add(COLLEAGUE, CUSTOMER, "2027-03-02T10:00", "2027-03-02T11:00", 0, COMPLETED)));

  static final List<RuleCase> ALL =
      Stream.of(OVERLAPS, BUFFERS, CUSTOMERS).flatMap(List::stream).toList();

  private NeighbourCases() {}
}

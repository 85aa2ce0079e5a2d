package org.supportcenter.engine.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.availability.Office.at;
import static org.supportcenter.engine.availability.Office.name;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.BrokenVisit;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.Hours;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.PreviewChangeResponse;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TimeOff;

class ChangePreviewIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Office office;
  private UUID technician;

  @BeforeEach
  void open() {
    office = new Office(engine);
    technician = office.technician();
  }

  @Test
  void tellsWhichVisitsTimeOffWouldBreak() {
    var first = office.book(technician, "2027-03-02T10:00:00Z");
    var second = office.book(technician, "2027-03-02T14:00:00Z");
    office.book(technician, "2027-03-03T10:00:00Z");
    office.book(office.technician(), "2027-03-02T10:00:00Z");
    var off =
        TimeOff.newBuilder()
            .setStartTime(at("2027-03-02T00:00:00Z"))
            .setEndTime(at("2027-03-03T00:00:00Z"));

    var answer = preview(of(technician).setTimeOff(off));

    assertThat(answer.getTotalSize()).isEqualTo(2);
    assertThat(answer.getVisitsList())
        .extracting(BrokenVisit::getAppointment)
        .containsExactly(first.getName(), second.getName());
    assertThat(answer.getVisits(0).getCustomer()).isEqualTo(first.getCustomer());
    assertThat(reasons(answer)).containsExactly("TIME_OFF", "TIME_OFF");
    assertThat(preview(of(technician).setTimeOff(off).setPageSize(1)).getVisitsList()).hasSize(1);
    assertThat(engine.seeds().count(office.tenant, "time_off")).isZero();
  }

  @Test
  void tellsWhatHoursClosuresAndPoliciesWouldBreak() {
    office.book(technician, "2027-03-02T10:00:00Z");
    office.book(technician, "2027-03-02T14:00:00Z");

    var shorter =
        DateOverride.newBuilder()
            .setDate("2027-03-02")
            .addHours(Hours.newBuilder().setFrom("09:00").setTo("12:00"));
    assertThat(reasons(preview(of(technician).setDateOverride(shorter))))
        .containsExactly("OUTSIDE_WORKING_HOURS");
    var closed = Closure.newBuilder().setStartDate("2027-03-02").setEndDate("2027-03-02");
    assertThat(reasons(preview(PreviewChangeRequest.newBuilder().setClosure(closed))))
        .containsExactly("TIME_OFF", "TIME_OFF");
    var one = Policy.newBuilder().setMaxDailyAppointments(1);
    assertThat(reasons(preview(of(technician).setPolicy(one))))
        .containsExactly("DAILY_LIMIT_REACHED", "DAILY_LIMIT_REACHED");
    assertThat(preview(PreviewChangeRequest.newBuilder().setPolicy(one)).getTotalSize())
        .isEqualTo(2);
  }

  @Test
  void tellsWhatAClosureBreaksOfWhoIsNoLongerActive() {
    var visit = office.book(technician, "2027-03-02T10:00:00Z");
    engine
        .seeds()
        .execute(office.tenant, "UPDATE technician SET active = false WHERE id = ?", technician);
    var closed = Closure.newBuilder().setStartDate("2027-03-02").setEndDate("2027-03-02");

    assertThat(preview(PreviewChangeRequest.newBuilder().setClosure(closed)).getVisitsList())
        .extracting(BrokenVisit::getAppointment)
        .containsExactly(visit.getName());
  }

  @Test
  void tellsWhichCustomersAPolicyWouldKeepFromTwoVisitsAtATime() {
    engine
        .seeds()
        .execute(
            office.tenant,
            "INSERT INTO tenant_policy (tenant_id, prevent_customer_overlap, version)"
                + " VALUES (?, false, 1)",
            office.tenant);
    var first = office.book(technician, "2027-03-02T10:00:00Z");
    var colleague = office.technician();
    var visit = office.visit(colleague, "2027-03-02T10:30:00Z");
    visit.getAppointmentBuilder().setCustomer(first.getCustomer());
    var second = office.create(visit);
    office.book(colleague, "2027-03-02T14:00:00Z");
    var strict = Policy.newBuilder().setPreventCustomerOverlap(true);

    var own = preview(of(technician).setPolicy(strict));
    var all = preview(PreviewChangeRequest.newBuilder().setPolicy(strict));

    assertThat(own.getVisitsList())
        .extracting(BrokenVisit::getAppointment)
        .containsExactly(first.getName());
    assertThat(reasons(own)).containsExactly("CUSTOMER_OVERLAP");
    assertThat(all.getVisitsList())
        .extracting(BrokenVisit::getAppointment)
        .containsExactly(first.getName(), second.getName());
    assertThat(reasons(all)).containsExactly("CUSTOMER_OVERLAP", "CUSTOMER_OVERLAP");
  }

  @Test
  void leavesOutWhatIsBrokenAlready() {
    office.book(technician, "2027-03-02T10:00:00Z");
    var off =
        TimeOff.newBuilder()
            .setStartTime(at("2027-03-02T00:00:00Z"))
            .setEndTime(at("2027-03-03T00:00:00Z"));
    engine
        .seeds()
        .execute(
            office.tenant,
            "INSERT INTO closure (tenant_id, id, start_date, end_date, label, version)"
                + " VALUES (?, ?, DATE '2027-03-02', DATE '2027-03-02', '', 1)",
            office.tenant,
            UUID.randomUUID());

    assertThat(preview(of(technician).setTimeOff(off)).getTotalSize()).isZero();
  }

  @Test
  void namesWhatIsMissingAndLetsInWhoMayChangeSettings() {
    var closed = Closure.newBuilder().setStartDate("2027-03-02").setEndDate("2027-03-01");
    assertThat(invalidField(() -> preview(PreviewChangeRequest.newBuilder().setClosure(closed))))
        .isEqualTo("closure.endDate");
    var change = PreviewChangeRequest.newBuilder().setTimeOff(TimeOff.getDefaultInstance());
    assertThat(invalidField(() -> preview(change))).isEqualTo("technician");
    var began = TimeOff.newBuilder().setEndTime(at("2027-03-02T10:00:00Z"));
    assertThat(invalidField(() -> preview(of(technician).setTimeOff(began))))
        .isEqualTo("timeOff.startTime");
    var unknown = of(UUID.randomUUID()).setPolicy(Policy.getDefaultInstance());
    assertThat(reason(() -> preview(unknown))).isEqualTo("RESOURCE_NOT_FOUND");
    var own = AvailabilityServiceGrpc.newBlockingStub(office.as(technician));
    assertThat(reason(() -> own.previewChange(unknown.build()))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void refusesWhatAnUpdateWithTheSameResourceWouldBeRefusedFor() {
    var technicians = TechnicianServiceGrpc.newBlockingStub(office.manager);
    var off =
        technicians.createTimeOff(
            CreateTimeOffRequest.newBuilder()
                .setParent(name(technician))
                .setTimeOff(
                    TimeOff.newBuilder()
                        .setStartTime(at("2027-03-02T00:00:00Z"))
                        .setEndTime(at("2027-03-03T00:00:00Z")))
                .build());
    var stale = off.toBuilder().setEtag("\"7\"");
    var gone = off.toBuilder().setName(name(technician) + "/timeOff/" + new UUID(0, 1));
    var closure =
        Closure.newBuilder()
            .setName("closures/" + new UUID(0, 1))
            .setStartDate("2027-03-02")
            .setEndDate("2027-03-02");
    var day = DateOverride.newBuilder().setName(name(technician) + "/dateOverrides/2027-03-02");
    var policy = Policy.newBuilder().setEtag("\"7\"").setMaxDailyAppointments(1);

    assertThat(preview(of(technician).setTimeOff(off)).getTotalSize()).isZero();
    assertThat(reason(() -> preview(of(technician).setTimeOff(stale)))).isEqualTo("ETAG_MISMATCH");
    assertThat(reason(() -> preview(of(technician).setTimeOff(gone))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(invalidField(() -> preview(of(office.technician()).setTimeOff(off))))
        .isEqualTo("timeOff.name");
    assertThat(reason(() -> preview(PreviewChangeRequest.newBuilder().setClosure(closure))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> preview(of(technician).setDateOverride(day))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> preview(of(technician).setPolicy(policy)))).isEqualTo("ETAG_MISMATCH");
    assertThat(reason(() -> preview(PreviewChangeRequest.newBuilder().setPolicy(policy))))
        .isEqualTo("ETAG_MISMATCH");
    policy.setEtag("\"0\"");
    assertThat(preview(of(technician).setPolicy(policy)).getTotalSize()).isZero();
    policy.setName("settings/policy");
    assertThat(invalidField(() -> preview(of(technician).setPolicy(policy))))
        .isEqualTo("policy.name");
  }

  @Test
  void aCheckTellsTheNearestTimesBeforeAndAfter() {
    office.book(technician, "2027-03-02T10:00:00Z");

    var taken = office.check(technician, "2027-03-02T10:20:00Z");

    assertThat(taken.getAvailable()).isFalse();
    assertThat(taken.getNearestBefore()).isEqualTo(at("2027-03-02T09:00:00Z"));
    assertThat(taken.getNearestAfter()).isEqualTo(at("2027-03-02T11:00:00Z"));
    var over = office.check(technician, "2027-03-01T07:00:00Z");
    assertThat(over.hasNearestBefore()).isFalse();
    assertThat(over.getNearestAfter()).isEqualTo(at("2027-03-01T09:00:00Z"));
    assertThat(office.check(technician, "2027-03-02T11:00:00Z").hasNearestAfter()).isFalse();
  }

  private PreviewChangeResponse preview(PreviewChangeRequest.Builder change) {
    return office.availability().previewChange(change.build());
  }

  private static PreviewChangeRequest.Builder of(UUID technician) {
    return PreviewChangeRequest.newBuilder().setTechnician(name(technician));
  }

  private static List<String> reasons(PreviewChangeResponse answer) {
    return answer.getVisitsList().stream()
        .flatMap(visit -> visit.getViolationsList().stream())
        .map(violation -> violation.getReason().name())
        .toList();
  }
}

package org.supportcenter.engine.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.availability.Office.name;
import static org.supportcenter.engine.availability.Questions.asked;
import static org.supportcenter.engine.availability.Questions.tuesday;
import static org.supportcenter.engine.testing.Calls.reason;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.Contribution;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ExcludedCandidates;
import org.supportcenter.v1.SuggestSlotsRequest;
import org.supportcenter.v1.SuggestSlotsResponse;

/** What SuggestSlots says when there is no slot, and to whom. */
class SuggestSlotsLimitsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Office office;

  @BeforeEach
  void open() {
    office = new Office(engine);
  }

  @Test
  void withoutASlotItSaysWhatStandsInTheWay() {
    var technician = office.technician();
    office.setPolicy(technician, "max_daily_appointments", 1);
    office.book(technician, "2027-03-02T09:00:00Z");

    var answer = suggest(tuesday());

    assertThat(answer.getSuggestionsList()).isEmpty();
    assertThat(answer.getExcludedList())
        .containsExactly(
            excluded(ErrorReason.OUTSIDE_WORKING_HOURS, 3, 0),
            excluded(ErrorReason.OVERLAPS_APPOINTMENT, 4, 0),
            excluded(ErrorReason.DAILY_LIMIT_REACHED, 32, 25));
    assertThat(answer.getRelaxation()).isEqualTo(ErrorReason.DAILY_LIMIT_REACHED);
    var weekend = suggest(asked("2027-03-06T00:00:00Z", "2027-03-07T00:00:00Z"));
    assertThat(weekend.getExcludedList())
        .containsExactly(excluded(ErrorReason.OUTSIDE_WORKING_HOURS, 96, 96));
    assertThat(weekend.getRelaxation()).isEqualTo(ErrorReason.OUTSIDE_WORKING_HOURS);
  }

  @Test
  void whenNobodyIsAbleThoseWhoLackTheSkillAreCounted() {
    office.technician("phone");

    var answer = suggest(tuesday().addRequiredSkills("network"));

    assertThat(answer.getExcludedList())
        .containsExactly(
            excluded(ErrorReason.OUTSIDE_WORKING_HOURS, 3, 0),
            excluded(ErrorReason.MISSING_SKILL, 32, 29));
    assertThat(answer.getRelaxation()).isEqualTo(ErrorReason.MISSING_SKILL);
  }

  @Test
  void aTenantWithoutTechniciansGetsAnEmptyAnswer() {
    var answer = suggest(tuesday());

    assertThat(answer.getSuggestionsList()).isEmpty();
    assertThat(answer.getExcludedList()).isEmpty();
    assertThat(answer.hasRelaxation()).isFalse();
    assertThat(answer.getSearched().getTechnicians()).isZero();
  }

  @Test
  void aTechnicianAsksAboutThemselvesOnly() {
    var own = office.technician();
    var other = office.technician();
    var stub = AvailabilityServiceGrpc.newBlockingStub(office.as(own));

    assertThat(stub.suggestSlots(tuesday().build()).getSuggestionsList())
        .isNotEmpty()
        .allMatch(suggestion -> suggestion.getSlot().getTechnician().equals(name(own)));
    assertThat(reason(() -> stub.suggestSlots(tuesday().addTechnicians(name(other)).build())))
        .isEqualTo("NOT_ALLOWED");
    assertThat(
            reason(() -> stub.suggestSlots(tuesday().setPreferredTechnician(name(other)).build())))
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void whoMayNotReadAppointmentsLearnsNothingOfThem() {
    office.technician();
    var integrator =
        engine.as(engine.seeds().integratorKey(office.tenant, Scope.AVAILABILITY_READ));

    var best =
        AvailabilityServiceGrpc.newBlockingStub(integrator)
            .suggestSlots(tuesday().build())
            .getSuggestions(0);

    assertThat(best.getContributionsList())
        .extracting(Contribution::getSentence)
        .contains("A technician with fewer booked hours is better.");
  }

  @Test
  void anotherTenantsTechnicianIsUnknown() {
    var foreign = new Office(engine).technician();

    assertThat(reason(() -> suggest(tuesday().addTechnicians(name(foreign)))))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  private SuggestSlotsResponse suggest(SuggestSlotsRequest.Builder request) {
    return office.availability().suggestSlots(request.build());
  }

  private static ExcludedCandidates excluded(ErrorReason reason, int count, int alone) {
    return ExcludedCandidates.newBuilder()
        .setReason(reason)
        .setCount(count)
        .setAlone(alone)
        .build();
  }
}

package org.supportcenter.engine.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.availability.Office.at;
import static org.supportcenter.engine.availability.Office.name;
import static org.supportcenter.engine.availability.Questions.contribution;
import static org.supportcenter.engine.availability.Questions.points;
import static org.supportcenter.engine.availability.Questions.tuesday;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CompleteAppointmentRequest;
import org.supportcenter.v1.Contribution;
import org.supportcenter.v1.CreateTicketRequest;
import org.supportcenter.v1.Location;
import org.supportcenter.v1.PreferredTime;
import org.supportcenter.v1.Priority;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.SoftRule;
import org.supportcenter.v1.SoftRuleWeights;
import org.supportcenter.v1.StartAppointmentRequest;
import org.supportcenter.v1.SuggestSlotsRequest;
import org.supportcenter.v1.SuggestSlotsResponse;
import org.supportcenter.v1.Suggestion;
import org.supportcenter.v1.SuggestionSettings;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.TicketServiceGrpc;
import org.supportcenter.v1.UpdateSuggestionSettingsRequest;

class SuggestSlotsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Office office;

  @BeforeEach
  void open() {
    office = new Office(engine);
  }

  @Test
  void suggestsFiveThatDifferAndCanBeBooked() {
    var technician = office.technician();
    office.book(technician, "2027-03-02T10:00:00Z");

    var suggestions = suggest(tuesday()).getSuggestionsList();

    assertThat(suggestions).hasSize(5);
    for (var suggestion : suggestions) {
      assertThat(suggestion.getPoints())
          .isEqualTo(
              suggestion.getContributionsList().stream().mapToInt(Contribution::getPoints).sum());
      assertThat(suggestion.getContributionsList())
          .extracting(Contribution::getRule)
          .containsExactly(
              SoftRule.SOONER,
              SoftRule.COMPACT_DAY,
              SoftRule.BALANCED_LOAD,
              SoftRule.SAME_TECHNICIAN,
              SoftRule.PREFERRED_TECHNICIAN,
              SoftRule.PREFERRED_TIME,
              SoftRule.LESS_TRAVEL);
      for (var other : suggestions) {
        var apart = Duration.between(start(suggestion), start(other)).abs();
        assertThat(suggestion == other || apart.compareTo(Duration.ofHours(1)) > 0).isTrue();
      }
    }
    var slot = suggestions.getFirst().getSlot();
    assertThat(slot.getStartTime()).isEqualTo(at("2027-03-02T09:00:00Z"));
    var visit = office.visit(technician, "2027-03-02T09:00:00Z").setSlotToken(slot.getToken());
    assertThat(office.create(visit).getStartTime()).isEqualTo(slot.getStartTime());
  }

  @Test
  void theMostThatAreWantedAreGiven() {
    office.technician();

    assertThat(suggest(tuesday().setMaxSuggestions(2)).getSuggestionsCount()).isEqualTo(2);
    assertThat(invalidField(() -> suggest(tuesday().setMaxSuggestions(51))))
        .isEqualTo("maxSuggestions");
  }

  @Test
  void theTicketsPriorityAndDueTimeCountUnlessThePriorityIsGiven() {
    office.technician();
    var customer = engine.seeds().customer(office.tenant);
    var ticket = ticket(customer);

    var byTicket = points(suggest(tuesday().setTicket(ticket)), SoftRule.SOONER);
    var urgent =
        points(suggest(tuesday().setTicket(ticket).setPriority(Priority.URGENT)), SoftRule.SOONER);

    // HIGH and due within three days: 6 of 8 parts of 800, 15 of 24 hours before the end.
    assertThat(byTicket).isEqualTo(375);
    assertThat(urgent).isEqualTo(437);
  }

  @Test
  void aTicketIsTheCustomersAndExists() {
    office.technician();
    var ticket = ticket(engine.seeds().customer(office.tenant));
    var other = "customers/" + engine.seeds().customer(office.tenant);

    assertThat(invalidField(() -> suggest(tuesday().setTicket(ticket).setCustomer(other))))
        .isEqualTo("ticket");
    assertThat(reason(() -> suggest(tuesday().setTicket("tickets/" + UUID.randomUUID()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> suggest(tuesday().setPreferredTechnician(name(UUID.randomUUID())))))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void whoLastVisitedTheCustomerIsPreferred() {
    office.technician();
    var known = office.technician();
    office.technician();
    var visit = office.book(known, "2027-03-01T09:00:00Z");
    var visits = AppointmentServiceGrpc.newBlockingStub(office.manager);
    visits.startAppointment(StartAppointmentRequest.newBuilder().setName(visit.getName()).build());
    visits.completeAppointment(
        CompleteAppointmentRequest.newBuilder().setName(visit.getName()).build());

    var best = suggest(tuesday().setCustomer(visit.getCustomer())).getSuggestions(0);

    assertThat(best.getSlot().getTechnician()).isEqualTo(name(known));
    assertThat(contribution(best, SoftRule.SAME_TECHNICIAN).getSentence())
        .isEqualTo("The technician made the last visit.");
  }

  @Test
  void aTechnicianAndATimeThatAreAskedForArePreferred() {
    office.technician();
    var preferred = office.technician();
    var afternoon =
        PreferredTime.newBuilder()
            .setStartTime(at("2027-03-02T14:00:00Z"))
            .setEndTime(at("2027-03-02T15:30:00Z"));

    var best =
        suggest(
                tuesday()
                    .setPriority(Priority.LOW)
                    .setPreferredTechnician(name(preferred))
                    .addPreferredTimes(afternoon))
            .getSuggestions(0);

    assertThat(best.getSlot().getTechnician()).isEqualTo(name(preferred));
    assertThat(best.getSlot().getStartTime()).isEqualTo(at("2027-03-02T14:00:00Z"));
    var reversed =
        PreferredTime.newBuilder()
            .setStartTime(at("2027-03-03T00:00:00Z"))
            .setEndTime(at("2027-03-02T00:00:00Z"));
    assertThat(invalidField(() -> suggest(tuesday().addPreferredTimes(reversed))))
        .isEqualTo("preferredTimes[0].endTime");
  }

  @Test
  void aNearVisitBeforeIsBetterTheMoreTheTenantsWeightSays() {
    var far = office.technician();
    var near = office.technician();
    visitAt(far, 52.60);
    visitAt(near, 52.41);
    weigh(SoftRuleWeights.newBuilder().setLessTravel(5000));
    var here = Location.newBuilder().setLatitude(52.40).setLongitude(13.4);

    var best = suggest(tuesday().setLocation(here)).getSuggestions(0);

    assertThat(best.getSlot().getTechnician()).isEqualTo(name(near));
    assertThat(contribution(best, SoftRule.LESS_TRAVEL).getSentence())
        .isEqualTo("The way to it takes 3 minutes, and the way from it is not known.");
    weigh(SoftRuleWeights.newBuilder().setLessTravel(0));
    assertThat(points(suggest(tuesday().setLocation(here)), SoftRule.LESS_TRAVEL)).isZero();
  }

  private SuggestSlotsResponse suggest(SuggestSlotsRequest.Builder request) {
    return office.availability().suggestSlots(request.build());
  }

  private String ticket(UUID customer) {
    return TicketServiceGrpc.newBlockingStub(office.manager)
        .createTicket(
            CreateTicketRequest.newBuilder()
                .setTicket(
                    Ticket.newBuilder()
                        .setSubject("Offline")
                        .setCustomer("customers/" + customer)
                        .setPriority(Priority.HIGH)
                        .setDueTime(at("2027-03-04T08:00:00Z")))
                .build())
        .getName();
  }

  private Appointment visitAt(UUID technician, double latitude) {
    var visit = office.visit(technician, "2027-03-02T09:00:00Z");
    visit
        .getAppointmentBuilder()
        .setLocation(Location.newBuilder().setLatitude(latitude).setLongitude(13.4));
    return office.create(visit);
  }

  private void weigh(SoftRuleWeights.Builder weights) {
    SettingsServiceGrpc.newBlockingStub(office.manager)
        .updateSuggestionSettings(
            UpdateSuggestionSettingsRequest.newBuilder()
                .setSuggestionSettings(SuggestionSettings.newBuilder().setWeights(weights))
                .build());
  }

  private static Instant start(Suggestion suggestion) {
    return Office.instant(suggestion.getSlot().getStartTime());
  }
}

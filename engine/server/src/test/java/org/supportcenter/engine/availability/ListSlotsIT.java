package org.supportcenter.engine.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.availability.Office.all;
import static org.supportcenter.engine.availability.Office.at;
import static org.supportcenter.engine.availability.Office.hours;
import static org.supportcenter.engine.availability.Office.name;
import static org.supportcenter.engine.availability.Office.starts;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.ListSlotsRequest;
import org.supportcenter.v1.Slot;

class ListSlotsIT {

  private static final String TUESDAY = "2027-03-02T00:00:00Z";
  private static final String WEDNESDAY = "2027-03-03T00:00:00Z";

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Office office;

  @BeforeEach
  void open() {
    office = new Office(engine);
  }

  @Test
  void listsTheFreeStartsOfTheGridInsideTheWindow() {
    var technician = office.technician();
    office.book(technician, "2027-03-02T10:00:00Z");

    var answer =
        office
            .availability()
            .listSlots(hours("2027-03-02T09:00:00Z", "2027-03-02T11:30:00Z").build());

    assertThat(starts(answer.getSlotsList()))
        .containsExactly("2027-03-02T09:00:00Z", "2027-03-02T11:00:00Z", "2027-03-02T11:15:00Z");
    assertThat(answer.getSlots(0).getTechnician()).isEqualTo(name(technician));
    assertThat(answer.getSlots(0).getEndTime()).isEqualTo(at("2027-03-02T10:00:00Z"));
    assertThat(answer.getNextPageToken()).isEmpty();
    assertThat(answer.getSearched().getTechnicians()).isEqualTo(1);
    assertThat(answer.getSearched().getStartTime()).isEqualTo(at("2027-03-02T09:00:00Z"));
    assertThat(answer.getSearched().getEndTime()).isEqualTo(at("2027-03-02T11:30:00Z"));
    assertThat(answer.getSearched().getCandidates()).isEqualTo(10);
  }

  @Test
  void ordersByStartThenByTechnicianAcrossPages() {
    for (int i = 0; i < 5; i++) {
      office.technician();
    }
    var question = hours(TUESDAY, "2027-03-06T00:00:00Z");

    var slots = all(office.availability(), question);

    assertThat(slots).hasSize(5 * 4 * 29).doesNotHaveDuplicates();
    assertThat(slots)
        .isSortedAccordingTo(
            Comparator.comparing((Slot slot) -> slot.getStartTime().getSeconds())
                .thenComparing(Slot::getTechnician));
    for (int size : List.of(1, 7, 1000)) {
      var few = hours(TUESDAY, "2027-03-02T09:50:00Z").setPageSize(size);
      assertThat(all(office.availability(), few))
          .extracting(Slot::getTechnician, Slot::getStartTime)
          .hasSize(20)
          .containsExactlyElementsOf(
              slots.subList(0, 20).stream()
                  .map(slot -> tuple(slot.getTechnician(), slot.getStartTime()))
                  .toList());
    }
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  @Test
  void looksOnOverEmptyWeeksUntilThePageIsFull() {
    var technician = office.technician();
    office.setPolicy(technician, "weekly_hours", List.of("MONDAY 09:00-10:00"));
    var question = hours("2027-03-02T00:00:00Z", "2027-04-30T00:00:00Z").setPageSize(3);

    var page = office.availability().listSlots(question.build());

    assertThat(starts(page.getSlotsList()))
        .containsExactly("2027-03-08T09:00:00Z", "2027-03-15T09:00:00Z", "2027-03-22T09:00:00Z");
    assertThat(all(office.availability(), question)).hasSize(8);
  }

  @Test
  void asksThoseWhoHaveTheSkillsOrThoseWhoAreNamed() {
    var able = office.technician("network", "phone");
    var other = office.technician("phone");
    var question = hours(TUESDAY, WEDNESDAY).setPageSize(1000);

    assertThat(technicians(question.clone().addRequiredSkills("network")))
        .containsExactly(name(able));
    assertThat(technicians(question.clone())).containsExactlyInAnyOrder(name(able), name(other));
    assertThat(technicians(question.clone().addTechnicians(name(other))))
        .containsExactly(name(other));
    assertThat(
            technicians(question.clone().addTechnicians(name(other)).addRequiredSkills("network")))
        .isEmpty();
  }

  @Test
  void takesDurationBuffersAndSkillsFromTheServiceType() {
    var able = office.technician("network");
    office.technician("phone");
    var type = UUID.randomUUID();
    engine
        .seeds()
        .execute(
            office.tenant,
            """
            INSERT INTO service_type (tenant_id, id, display_name, duration_seconds,
              required_skills, version)
            VALUES (?, ?, 'Long', 28800, '{network}', 1)
            """,
            office.tenant,
            type);
    var question = hours(TUESDAY, WEDNESDAY).clearDuration().setServiceType("serviceTypes/" + type);

    var slots = all(office.availability(), question);

    assertThat(starts(slots)).containsExactly("2027-03-02T09:00:00Z");
    assertThat(slots.getFirst().getTechnician()).isEqualTo(name(able));
    assertThat(slots.getFirst().getEndTime()).isEqualTo(at("2027-03-02T17:00:00Z"));
  }

  @Test
  void remembersHowFarTheBuffersReachBeyondTheDay() {
    var technician = office.technician();
    office.setPolicy(
        technician, "weekly_hours", List.of("TUESDAY 20:00-24:00", "WEDNESDAY 00:00-06:00"));
    office.book(technician, "2027-03-02T22:00:00Z");
    office.setPolicy(technician, "buffer_before_seconds", 3 * 3600);
    var question = hours(WEDNESDAY, "2027-03-03T06:00:00Z");

    for (int asked = 0; asked < 3; asked++) {
      assertThat(starts(all(office.availability(), question)))
          .startsWith("2027-03-03T02:00:00Z")
          .endsWith("2027-03-03T05:00:00Z");
    }
  }

  @Test
  void leavesOutWhereTheCustomerIsElsewhere() {
    var technician = office.technician();
    var colleague = office.technician();
    var booked = office.book(colleague, "2027-03-02T10:00:00Z");
    var question =
        hours("2027-03-02T09:30:00Z", "2027-03-02T10:30:00Z").addTechnicians(name(technician));

    assertThat(all(office.availability(), question)).hasSize(4);
    assertThat(all(office.availability(), question.clone().setCustomer(booked.getCustomer())))
        .isEmpty();
  }

  @Test
  void refusesTokensOfOtherArgumentsAndDamagedOnes() {
    office.technician();
    var question = hours(TUESDAY, WEDNESDAY).setPageSize(5);
    var token = office.availability().listSlots(question.build()).getNextPageToken();

    assertThat(refusal(question.clone().setPageToken(token).setDuration(Office.minutes(30))))
        .isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(refusal(question.clone().setPageToken("x" + token))).isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(refusal(question.clone().setPageToken("?"))).isEqualTo("PAGE_TOKEN_INVALID");
  }

  @Test
  void aForgedTokenMakesNoPageLookFurtherThanAnyMay() {
    office.technician();
    var question = hours(TUESDAY, "2027-05-03T00:00:00Z").setPageSize(1);
    var token = office.availability().listSlots(question.build()).getNextPageToken();

    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    bytes.putLong(bytes.limit() - Long.BYTES, question.getEndTime().getSeconds());
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    var page = office.availability().listSlots(question.clone().setPageToken(forged).build());

    assertThat(starts(page.getSlotsList())).containsExactly("2027-03-02T09:15:00Z");
    assertThat(page.getSearched().getEndTime()).isEqualTo(at("2027-03-22T09:00:00Z"));
  }

  @Test
  void refusesWindowsThatAreEmptyOrTooLongAndNamesWhatIsMissing() {
    assertThat(field(hours(TUESDAY, TUESDAY))).isEqualTo("endTime");
    assertThat(field(hours(TUESDAY, "2027-05-04T00:00:00Z"))).isEqualTo("endTime");
    assertThat(all(office.availability(), hours(TUESDAY, "2027-05-03T00:00:00Z"))).isEmpty();
    var unknown = UUID.randomUUID().toString();
    var question = hours(TUESDAY, WEDNESDAY);
    assertThat(refusal(question.clone().addTechnicians("technicians/" + unknown)))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(refusal(question.clone().setCustomer("customers/" + unknown)))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(refusal(question.clone().setServiceType("serviceTypes/" + unknown)))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void techniciansAndTenantsSeeOnlyTheirOwn() {
    var own = office.technician();
    var colleague = office.technician();
    var stub = AvailabilityServiceGrpc.newBlockingStub(office.as(own));
    var question = hours(TUESDAY, WEDNESDAY);

    assertThat(all(stub, question)).isNotEmpty().allMatch(slot -> isOf(slot, own));
    assertThat(all(stub, question.clone().addTechnicians(name(own)))).hasSize(29);
    assertThat(
            reason(() -> stub.listSlots(question.clone().addTechnicians(name(colleague)).build())))
        .isEqualTo("NOT_ALLOWED");
    var elsewhere = new Office(engine);
    assertThat(all(elsewhere.availability(), question)).isEmpty();
    assertThat(
            reason(
                () ->
                    elsewhere
                        .availability()
                        .listSlots(question.clone().addTechnicians(name(own)).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static boolean isOf(Slot slot, UUID technician) {
    return slot.getTechnician().equals(name(technician));
  }

  private List<String> technicians(ListSlotsRequest.Builder question) {
    return all(office.availability(), question).stream()
        .map(Slot::getTechnician)
        .distinct()
        .toList();
  }

  private String refusal(ListSlotsRequest.Builder question) {
    return reason(() -> office.availability().listSlots(question.build()));
  }

  private String field(ListSlotsRequest.Builder question) {
    return invalidField(() -> office.availability().listSlots(question.build()));
  }
}

package org.supportcenter.engine.availability;

import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.List;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.Violations;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.v1.AvailabilityServiceGrpc.AvailabilityServiceImplBase;
import org.supportcenter.v1.CheckAvailabilityRequest;
import org.supportcenter.v1.CheckAvailabilityResponse;
import org.supportcenter.v1.ListSlotsRequest;
import org.supportcenter.v1.ListSlotsResponse;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.PreviewChangeResponse;
import org.supportcenter.v1.SuggestSlotsRequest;
import org.supportcenter.v1.SuggestSlotsResponse;

/** Answers whether a visit could be booked, judged as a booking would be. */
public final class AvailabilityService extends AvailabilityServiceImplBase {

  private final Reads reads;
  private final Judge judge;
  private final AlternativeFinder alternatives;
  private final InstantSource clock;
  private final SlotListing slots;
  private final SlotSuggestions suggestions;
  private final ChangePreview preview;
  private final AppointmentStore appointments = new AppointmentStore();
  private final BookingFactsStore facts;

  /** Judges by the judge and the clock. */
  public AvailabilityService(
      Reads reads,
      Judge judge,
      AlternativeFinder alternatives,
      SetupCache setups,
      InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.reads = reads;
    this.judge = judge;
    this.alternatives = alternatives;
    this.clock = clock;
    this.slots = new SlotListing(reads, setups, clock);
    this.suggestions = new SlotSuggestions(reads, setups, clock);
    this.preview = new ChangePreview(reads, setups, clock);
  }

  @Override
  public void checkAvailability(
      CheckAvailabilityRequest request, StreamObserver<CheckAvailabilityResponse> observer) {
    Unary.answer(observer, () -> check(request));
  }

  @Override
  public void listSlots(ListSlotsRequest request, StreamObserver<ListSlotsResponse> observer) {
    Unary.answer(observer, () -> slots.list(request));
  }

  @Override
  public void suggestSlots(
      SuggestSlotsRequest request, StreamObserver<SuggestSlotsResponse> observer) {
    Unary.answer(observer, () -> suggestions.suggest(request));
  }

  @Override
  public void previewChange(
      PreviewChangeRequest request, StreamObserver<PreviewChangeResponse> observer) {
    Unary.answer(observer, () -> preview.preview(request));
  }

  private CheckAvailabilityResponse check(CheckAvailabilityRequest request) {
    var caller = Caller.current();
    var question = Question.of(request);
    if (caller.technician() != null && !caller.technician().equals(question.technician())) {
      throw Question.foreign();
    }
    var verdict = reads.run(caller, tx -> judge(tx, caller, question));
    var answer = CheckAvailabilityResponse.newBuilder().setAvailable(verdict.accepted());
    Visible.to(caller, verdict.violations())
        .forEach(violation -> answer.addViolations(Violations.of(violation)));
    if (!verdict.accepted()) {
      var around = alternatives.around(caller, verdict.candidate(), question.serviceType());
      around.alternatives().forEach(slot -> answer.addAlternatives(Violations.alternative(slot)));
      if (around.before() != null) {
        answer.setNearestBefore(Times.timestamp(around.before()));
      }
      if (around.after() != null) {
        answer.setNearestAfter(Times.timestamp(around.after()));
      }
    }
    return answer.build();
  }

  private Verdict judge(Tx tx, Caller caller, Question question) {
    var excluded =
        question.excluded() == null
            ? null
            : appointments.find(tx, question.excluded(), caller.technician());
    if (question.excluded() != null && excluded == null) {
      throw Question.missingAppointment(question.excluded());
    }
    var now = clock.instant();
    var found = facts.read(tx, question.facts(), now);
    var candidate = question.candidate(excluded, found);
    var all = new Facts(now, found.booked());
    var near = all.near(List.of(candidate));
    return judge.judge(List.of(candidate), near).getFirst();
  }
}

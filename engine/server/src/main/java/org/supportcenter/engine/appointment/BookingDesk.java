package org.supportcenter.engine.appointment;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.booking.BookingCommand;
import org.supportcenter.domain.booking.Decider;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.Decision.Refused;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.availability.AlternativeFinder;
import org.supportcenter.engine.availability.Visible;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.RequestIds;
import org.supportcenter.engine.call.SecondTry;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.ops.Metrics;
import org.supportcenter.store.Locks;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.appointment.Numbers;
import org.supportcenter.store.outbox.Outbox;

/**
 * Carries out booking commands: opens the transaction, asks the decider, stores what it decides,
 * and after a refusal looks for what can be had instead.
 */
final class BookingDesk {

  private final Writes writes;
  private final Decider decider;
  private final AppointmentStore appointments;
  private final Outbox outbox = new Outbox();
  private final AlternativeFinder alternatives;
  private final Metrics metrics;
  private final InstantSource clock;

  BookingDesk(
      Writes writes,
      Decider decider,
      AppointmentStore appointments,
      AlternativeFinder alternatives,
      Metrics metrics,
      InstantSource clock) {
    this.writes = writes;
    this.decider = decider;
    this.appointments = appointments;
    this.alternatives = alternatives;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Does the work of a request in one transaction, under locks of everything it may touch. */
  <A extends Message> A attempt(
      Caller caller, Message request, Locks locks, Parser<A> parser, Function<Session, A> work) {
    return SecondTry.of(() -> once(caller, request, locks, parser, work));
  }

  private <A extends Message> A once(
      Caller caller, Message request, Locks locks, Parser<A> parser, Function<Session, A> work) {
    var changes = new ArrayList<AppointmentChange>();
    try {
      var answer =
          writes.run(
              caller,
              request,
              locks,
              parser,
              tx -> {
                changes.clear();
                return work.apply(new Session(tx, caller, RequestIds.isDryRun(request), changes));
              });
      changes.forEach(this::count);
      return answer;
    } catch (Declined declined) {
      metrics.booking(Metrics.Outcome.REFUSED);
      throw declined.refused.refusal() instanceof Refusal.RulesBroken broken
          ? withAlternatives(caller, declined.refused, broken).asException()
          : declined.refused.refusal().asException();
    }
  }

  private Refusal withAlternatives(Caller caller, Refused refused, Refusal.RulesBroken broken) {
    var judged = refused.judged();
    return new Refusal.RulesBroken(
        Visible.to(caller, broken.violations()),
        judged == null ? List.of() : alternatives.find(caller, judged, refused.serviceType()));
  }

  private void count(AppointmentChange change) {
    var outcome = outcome(change.type());
    if (outcome != null) {
      metrics.booking(outcome);
    }
    var before = change.before();
    if (before != null && before.status() != change.after().status()) {
      metrics.transition(before.status(), change.after().status(), sojourn(before, change.after()));
    }
  }

  private static Metrics.@Nullable Outcome outcome(AppointmentChange.Type type) {
    return switch (type) {
      case CREATED -> Metrics.Outcome.CREATED;
      case MOVED -> Metrics.Outcome.MOVED;
      case CONFIRMED -> Metrics.Outcome.CONFIRMED;
      case UPDATED, STARTED, COMPLETED, CANCELLED, NO_SHOW -> null;
    };
  }

  /** Time in the status it left, as far as the appointment itself remembers. */
  private static Duration sojourn(Appointment before, Appointment after) {
    var started = before.progress().actualStartTime();
    var since = started == null ? before.revision().createTime() : started;
    return Duration.between(since, after.revision().updateTime());
  }

  /** One transaction of one caller. */
  final class Session {
    private final Tx tx;
    private final Caller caller;
    private final boolean dryRun;
    private final List<AppointmentChange> changes;
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);

    private @Nullable Numbers numbers;

    private Session(Tx tx, Caller caller, boolean dryRun, List<AppointmentChange> changes) {
      this.tx = tx;
      this.caller = caller;
      this.dryRun = dryRun;
      this.changes = changes;
    }

    Tx tx() {
      return tx;
    }

    Caller caller() {
      return caller;
    }

    /** The time of the whole transaction, as exact as the database keeps it. */
    Instant now() {
      return now;
    }

    /** Whether nothing is to be stored. */
    boolean isDryRun() {
      return dryRun;
    }

    /**
     * Draws references for what will be booked, with the next round trip.
     *
     * @param withTicket whether a ticket would be made too
     */
    void drawNumbers(boolean withTicket) {
      if (!dryRun) {
        numbers = appointments.draw(tx, withTicket);
      }
    }

    /** Has the command decided and stores the outcome: the appointments after it. */
    List<Appointment> carryOut(BookingCommand command) {
      return switch (decider.decide(command, now)) {
        case Refused refused -> throw new Declined(refused);
        case Accepted accepted -> dryRun ? accepted.outcome() : store(accepted);
      };
    }

    private List<Appointment> store(Accepted accepted) {
      var stored =
          numbers == null
              ? appointments.storeAll(tx, accepted)
              : appointments.create(tx, accepted, numbers);
      outbox.append(tx, caller.author(), stored.appointments(), stored.tickets());
      changes.addAll(stored.appointments());
      return stored.outcome();
    }
  }

  /** Rolls the transaction back and keeps what is needed to look for alternatives. */
  private static final class Declined extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient Refused refused;

    private Declined(Refused refused) {
      super(null, null, false, false);
      this.refused = refused;
    }
  }
}

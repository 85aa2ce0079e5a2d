package org.supportcenter.engine.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.slot.Alternatives;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.slot.SlotSearch;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.store.DeadlinePassedException;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;
import org.supportcenter.store.booking.SetupCache;

/**
 * Finds what can be had instead of a refused visit. It reads on its own, after the refusal, so that
 * nobody's booking waits for it.
 */
public final class AlternativeFinder {

  private static final Logger log = LoggerFactory.getLogger(AlternativeFinder.class);

  /** How many other technicians are looked at together; further ones only when these have none. */
  private static final int OTHERS_AT_A_TIME = 20;

  /** How many other technicians are looked at in all, which bounds the time of a refusal. */
  private static final int MOST_OTHERS = 200;

  private final TenantDatabases databases;
  private final InstantSource clock;
  private final BookingFactsStore facts;
  private final AppointmentStore appointments = new AppointmentStore();
  private final Alternatives alternatives = new Alternatives(new SlotSearch(RuleBook.STANDARD));

  /** Searches these databases by the clock. */
  public AlternativeFinder(TenantDatabases databases, SetupCache setups, InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * Places that break no rule: the same technician's, nearest first, then those of others who have
   * the skills. Who acts for a technician is offered that one's only.
   *
   * @param refused the visit that cannot be had
   * @param serviceType what it would be booked as
   */
  public List<Slot> find(Caller caller, Candidate refused, @Nullable UUID serviceType) {
    return look(caller, refused, serviceType, false).alternatives();
  }

  /**
   * The same, and the nearest places of the same technician before and after the asked start, up to
   * a month away.
   */
  Around around(Caller caller, Candidate refused, @Nullable UUID serviceType) {
    return look(caller, refused, serviceType, true);
  }

  private Around look(
      Caller caller, Candidate refused, @Nullable UUID serviceType, boolean bothSides) {
    try {
      return databases
          .of(caller.tenant())
          .read(caller.tenant(), tx -> new Search(tx, refused, serviceType).run(caller, bothSides));
    } catch (DatabaseUnavailableException | DeadlinePassedException noTime) {
      // The refusal stands and is worth more than what could be had instead.
      log.warn("Alternatives were not looked for: {}", noTime.getMessage());
      return Around.NOTHING;
    }
  }

  /** One search. */
  private final class Search {
    private final Tx tx;
    private final Candidate refused;
    private final @Nullable UUID serviceType;
    private final Instant now = clock.instant();
    private final Instant asked;
    private @Nullable Terms booked;

    Search(Tx tx, Candidate refused, @Nullable UUID serviceType) {
      this.tx = tx;
      this.refused = refused;
      this.serviceType = serviceType;
      this.asked = refused.span().start();
    }

    Around run(Caller caller, boolean bothSides) {
      var technician = refused.technician();
      var windows = alternatives.windows(technician, asked, now);
      var same = Around.NOTHING;
      for (var window : windows) {
        same = Around.of(asked, nearest(List.of(technician.id()), window, Alternatives.NO_LIMIT));
        if (same.suffices(bothSides, window, windows.getLast())) {
          break;
        }
      }
      var missing = Alternatives.MOST - same.alternatives().size();
      if (missing == 0 || caller.technician() != null) {
        return same;
      }
      var able = facts.able(tx, refused.requiredSkills(), technician.id(), MOST_OTHERS);
      booked = refused.id() == null ? null : booked(refused.id());
      for (var window : alternatives.windowsOfOthers(windows, asked, now)) {
        var others = others(able, window, missing);
        if (!others.isEmpty()) {
          return same.and(others);
        }
      }
      return same;
    }

    private @Nullable Terms booked(UUID id) {
      var appointment = appointments.find(tx, id, null);
      return appointment == null ? null : appointment.terms();
    }

    private List<Slot> others(List<UUID> able, Span window, int count) {
      var found = new ArrayList<Slot>();
      for (int i = 0; i < able.size() && found.size() < count; i += OTHERS_AT_A_TIME) {
        var some = able.subList(i, Math.min(i + OTHERS_AT_A_TIME, able.size()));
        found.addAll(nearest(some, window, count - found.size()));
      }
      return found;
    }

    private List<Slot> nearest(List<UUID> technicians, Span window, int count) {
      var found = facts.read(tx, request(technicians, window), now);
      var rules = found.serviceType(serviceType);
      if (rules == null) {
        return List.of();
      }
      var enquiries = new ArrayList<Enquiry>();
      for (var id : technicians) {
        var technician = found.technician(id, rules);
        if (technician != null) {
          enquiries.add(enquiry(technician));
        }
      }
      return alternatives.nearest(enquiries, asked, window, new Facts(now, found.booked()), count);
    }

    private Enquiry enquiry(TechnicianFacts technician) {
      var like = Enquiry.like(refused).with(technician);
      if (technician.id().equals(refused.technicianId())) {
        return like.under(refused.bufferBefore(), refused.bufferAfter());
      }
      return booked != null && booked.keepsBuffers(technician.id(), serviceType)
          ? like.under(booked.bufferBefore(), booked.bufferAfter())
          : like;
    }

    private FactsRequest request(List<UUID> technicians, Span window) {
      var customer = refused.customerId();
      return new FactsRequest(
          new HashSet<>(technicians),
          customer == null ? Set.of() : Set.of(customer),
          serviceType == null ? Set.of() : Set.of(serviceType),
          Reach.around(window.start(), window.end(), refused.span().length()));
    }
  }
}

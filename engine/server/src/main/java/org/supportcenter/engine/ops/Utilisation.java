package org.supportcenter.engine.ops;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;
import org.supportcenter.store.booking.SetupCache;

/**
 * How much of their working hours in the next 24 hours technicians are booked for, over the tenants
 * that have lately called this process. Read now and then in the background, never by a scrape.
 */
public final class Utilisation {

  private static final Duration AHEAD = Duration.ofHours(24);
  private static final int MOST_TECHNICIANS = 500;

  private final TenantDatabases databases;
  private final ActiveTenants tenants;
  private final InstantSource clock;
  private final BookingFactsStore facts;

  private volatile double ratio = Double.NaN;

  private record Hours(Duration working, Duration booked) {
    private static final Hours NONE = new Hours(Duration.ZERO, Duration.ZERO);

    private Hours plus(Hours more) {
      return new Hours(working.plus(more.working), booked.plus(more.booked));
    }

    private double ratio() {
      return working.isZero() ? Double.NaN : (double) booked.toSeconds() / working.toSeconds();
    }
  }

  /** Will be shown among the metrics. */
  public Utilisation(
      TenantDatabases databases,
      ActiveTenants tenants,
      SetupCache setups,
      Metrics metrics,
      InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.databases = databases;
    this.tenants = tenants;
    this.clock = clock;
    metrics.gauge(
        "utilisation.ratio",
        "Booked share of the working hours of the next 24 hours, of tenants that called lately",
        () -> ratio);
  }

  /** Reads it again. */
  public void refresh() {
    var now = clock.instant();
    var ahead = new Span(now, now.plus(AHEAD));
    var sum = Hours.NONE;
    for (var tenant : tenants.all()) {
      sum = sum.plus(databases.of(tenant).read(tenant, tx -> hours(tx, ahead)));
    }
    ratio = sum.ratio();
  }

  private Hours hours(Tx tx, Span ahead) {
    var technicians = facts.able(tx, Set.of(), null, MOST_TECHNICIANS);
    var request =
        new FactsRequest(new HashSet<>(technicians), Set.of(), Set.of(), Reach.exactly(ahead));
    var found = facts.read(tx, request, ahead.start());
    var working = Duration.ZERO;
    for (var id : technicians) {
      var technician = found.technician(id, ServiceTypeRules.NONE);
      if (technician != null) {
        for (var interval : technician.workingHours().joined(ahead)) {
          working = working.plus(common(interval, ahead));
        }
      }
    }
    var booked = Duration.ZERO;
    for (var visit : found.booked()) {
      booked = booked.plus(heldTime(visit, ahead));
    }
    return new Hours(working, booked);
  }

  private static Duration heldTime(BookedVisit visit, Span ahead) {
    return switch (visit.occupancy()) {
      case APPOINTMENT, HOLD -> common(visit.span(), ahead);
      case COMPLETED -> Duration.ZERO;
    };
  }

  private static Duration common(Span one, Span other) {
    var both = one.intersection(other);
    return both == null ? Duration.ZERO : both.length();
  }
}

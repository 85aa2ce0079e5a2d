package org.supportcenter.engine.appointment;

import java.io.Serial;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.store.Locks;

/** Whose time a change touches: technicians and customers, old and new. */
record Parties(Set<UUID> technicians, Set<UUID> customers) {

  /** Those of the appointments as they are and as they are wished. */
  static Parties of(Collection<Appointment> current, Collection<Wish> wishes) {
    var technicians = new HashSet<UUID>();
    var customers = new HashSet<UUID>();
    for (var appointment : current) {
      technicians.add(appointment.technicianId());
      customers.add(appointment.customerId());
    }
    for (var wish : wishes) {
      technicians.add(wish.technicianId());
      customers.add(wish.customerId());
    }
    return new Parties(technicians, customers);
  }

  /** Locks on all of them. */
  Locks locks(UUID tenant) {
    var locks = Locks.of(tenant);
    technicians.forEach(locks::technician);
    customers.forEach(locks::customer);
    return locks;
  }

  /**
   * Makes sure that locks on these are locks on all of the others.
   *
   * @throws Others if they are not
   */
  void cover(Parties others) {
    if (!technicians.containsAll(others.technicians) || !customers.containsAll(others.customers)) {
      throw new Others();
    }
  }

  /** An appointment went to others before it was locked; begin again with their locks. */
  static final class Others extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private Others() {
      super(null, null, false, false);
    }
  }
}

package org.supportcenter.domain.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * What candidates are judged against besides each other.
 *
 * @param now the engine's clock, read once inside the booking transaction
 * @param booked visits of every technician and customer among the candidates that lie in their
 *     {@link Neighbourhood}; each once, and more than needed does no harm
 */
public record Facts(Instant now, List<BookedVisit> booked) {

  public Facts {
    booked = List.copyOf(booked);
  }

  /** The booked visits that are not themselves among the proposals (whose old times are void). */
  public List<BookedVisit> others(Collection<? extends Proposal> proposals) {
    var replaced = new HashSet<Object>();
    for (var proposal : proposals) {
      if (proposal.id() != null) {
        replaced.add(proposal.id());
      }
    }
    return booked.stream().filter(visit -> !replaced.contains(visit.id())).toList();
  }
}

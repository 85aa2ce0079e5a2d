package org.supportcenter.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * What candidates are judged against besides each other.
 *
 * @param now the engine's clock, read once inside the booking transaction
 * @param booked visits of every technician and customer among the candidates that lie in their
 *     {@link Neighbourhood}; more than needed does no harm
 */
public record Facts(Instant now, List<BookedVisit> booked) {

  public Facts {
    booked = List.copyOf(booked);
  }

  /**
   * The booked visits that are not themselves among the proposals (whose old places are void), each
   * once even when it was read both for its technician and for its customer.
   */
  public List<BookedVisit> others(Collection<? extends Proposal> proposals) {
    var seen = HashSet.<UUID>newHashSet(booked.size() + proposals.size());
    for (var proposal : proposals) {
      var id = proposal.id();
      if (id != null) {
        seen.add(id);
      }
    }
    var others = new ArrayList<BookedVisit>(booked.size());
    for (var visit : booked) {
      if (seen.add(visit.id())) {
        others.add(visit);
      }
    }
    return others;
  }

  /** The same without the visits that cannot matter to the proposals. */
  public Facts near(Collection<? extends Proposal> proposals) {
    var envelopes =
        proposals.stream().map(proposal -> Neighbourhood.of(proposal).envelope()).toList();
    return new Facts(
        now,
        booked.stream()
            .filter(visit -> envelopes.stream().anyMatch(visit.occupied()::overlaps))
            .toList());
  }
}

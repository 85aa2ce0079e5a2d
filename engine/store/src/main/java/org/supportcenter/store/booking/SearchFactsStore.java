package org.supportcenter.store.booking;

import java.time.Instant;
import org.supportcenter.store.Tx;

/** Reads what searches and checks look at, outside of any lock. */
public final class SearchFactsStore {

  private final SetupCache setups;

  /** Reads with the setups that were read lately. */
  public SearchFactsStore(SetupCache setups) {
    this.setups = setups;
  }

  /**
   * Reads facts of technicians who are named or able: in one round trip as long as the setup is
   * known, in one or two more otherwise.
   *
   * @param now holds that have expired by then are no facts
   */
  public BookingFacts read(Tx tx, FactsRequest request, Instant now) {
    var found =
        setups.read(
            tx,
            request,
            (pipeline, window, asked) ->
                BookingFactsStore.neighbours(tx, request, window, now, pipeline, asked));
    return new BookingFacts(found.setup(), found.beside(), found.dataVersion());
  }
}

package org.supportcenter.store.outbox;

/**
 * A place in the change feed of a database: after everything that was committed in transactions
 * with a lower id, and after the events of the transaction {@code xid} up to {@code seq}.
 *
 * @param xid id of a transaction, above zero
 * @param seq number of an event; 0 is before all
 */
public record FeedPosition(long xid, long seq) implements Comparable<FeedPosition> {

  @Override
  public int compareTo(FeedPosition other) {
    int byTransaction = Long.compareUnsigned(xid, other.xid);
    return byTransaction != 0 ? byTransaction : Long.compare(seq, other.seq);
  }
}

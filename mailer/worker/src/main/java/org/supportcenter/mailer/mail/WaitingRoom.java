package org.supportcenter.mailer.mail;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's due mails that have been given a turn, and how far its queue was looked through for
 * them. They wait here and not in the ledger, where each would have to be written only to be put
 * off. Mails beyond those are not kept: they are found again by going round the queue. For one
 * thread.
 */
final class WaitingRoom {

  private final Queue<Waiting> waiting = new PriorityQueue<>(comparing(Waiting::until));
  private final Set<UUID> inside = new HashSet<>();
  private Place readTo = Place.START;
  private Place roundTo = Place.START;
  private boolean outside;
  private boolean outsideThisRound;

  /**
   * A place in the queue.
   *
   * @param time when the mail could be sent
   */
  record Place(Instant time, UUID id) {
    static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
  }

  /**
   * A mail that is due.
   *
   * @param address null if there is nobody to send it to
   */
  record Due(Place place, @Nullable String address) {
    UUID id() {
      return place.id();
    }
  }

  private record Waiting(Due mail, Instant until) {}

  /** Lets a mail wait for its turn. */
  void admit(Due mail, Instant until) {
    waiting.add(new Waiting(mail, until));
    inside.add(mail.id());
  }

  /** Remembers that there is a mail without a turn. */
  void leaveOutside() {
    outside = true;
    outsideThisRound = true;
  }

  boolean contains(UUID mail) {
    return inside.contains(mail);
  }

  /** Lets a mail out whose turn has come; null if there is none. */
  @Nullable Due callUp(Instant now) {
    var first = waiting.peek();
    if (first == null || first.until().isAfter(now)) {
      return null;
    }
    waiting.remove();
    inside.remove(first.mail().id());
    return first.mail();
  }

  /** Where mails begin that nobody has looked at yet. */
  Place readTo() {
    return readTo;
  }

  void setReadTo(Place place) {
    readTo = place;
  }

  /** Where the look round at what has been seen before goes on. */
  Place roundTo() {
    return roundTo;
  }

  void setRoundTo(Place place) {
    roundTo = place;
  }

  /** The look round has come to the end of the queue and begins anew. */
  void endRound() {
    roundTo = Place.START;
    outside = outsideThisRound;
    outsideThisRound = false;
  }

  /** Whether nobody waits, here or outside. */
  boolean isEmpty() {
    return waiting.isEmpty() && !outside;
  }
}

package org.supportcenter.domain.appointment;

import java.time.Instant;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;

/**
 * Who made an appointment and which version of it this is.
 *
 * @param version 1 when created, one more with every change
 * @param createdVia through what it was created
 * @param creator resource name of who created it
 */
public record Revision(
    int version, Source createdVia, String creator, Instant createTime, Instant updateTime) {

  /** The first version. */
  public static Revision first(Author author, Instant now) {
    return new Revision(1, author.source(), author.actor(), now, now);
  }

  /** The version after this one. */
  public Revision next(Instant now) {
    return new Revision(version + 1, createdVia, creator, createTime, now);
  }
}

package org.supportcenter.mailer.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.function.Function;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.mailer.smtp.Sessions;
import org.supportcenter.runtime.database.DatabaseUnavailableException;

/**
 * The mailbox that mail comes back to. What is understood is deleted; everything else is flagged
 * and marked as read, for a person to look at.
 */
final class BounceMailbox {

  private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

  /** How many are read at a time; the rest waits for the next look. */
  private static final int MOST = 500;

  private final BounceSettings settings;

  BounceMailbox(BounceSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads what is new.
   *
   * @param settle what is done with a report, or with null for what is none; whether it was
   *     understood. When it throws, the message stays unread for the next time.
   * @throws MessagingException if the mailbox cannot be reached
   */
  void read(Function<@Nullable Report, Boolean> settle) throws MessagingException {
    var server = settings.mailbox();
    try (var store = Sessions.to(server, "imap").getStore()) {
      store.connect(server.host(), server.port(), server.user(), server.password());
      try (var folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int i = 0; i < Math.min(unread.length, MOST); i++) {
          settle(unread[i], settle);
        }
        // Closing the folder removes what was deleted.
      }
    }
  }

  /** Looks whether the mailbox can be read, without reading it. */
  void probe() throws MessagingException {
    var server = settings.mailbox();
    try (var store = Sessions.to(server, "imap").getStore()) {
      store.connect(server.host(), server.port(), server.user(), server.password());
      try (var folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
      }
    }
  }

  private static void settle(Message message, Function<@Nullable Report, Boolean> settle)
      throws MessagingException {
    try {
      if (settle.apply(report(message))) {
        message.setFlag(Flags.Flag.DELETED, true);
      } else {
        leaveToPeople(message);
      }
    } catch (MessageRemovedException another) {
      log.debug("Another mailer has read this one", another);
    } catch (DatabaseUnavailableException later) {
      throw later;
    } catch (RuntimeException failure) {
      // The next ones must not wait for one that nobody foresaw.
      log.warn("A returned mail cannot be settled and is left to people", failure);
      leaveToPeople(message);
    }
  }

  private static void leaveToPeople(Message message) throws MessagingException {
    var flags = new Flags(Flags.Flag.SEEN);
    flags.add(Flags.Flag.FLAGGED);
    message.setFlags(flags, true);
  }

  private static @Nullable Report report(Message message) throws MessagingException {
    var mail = (IMAPMessage) message;
    // Reading it does not make it read: that is settled afterwards.
    mail.setPeek(true);
    try {
      return ReportReader.read(mail);
    } catch (MessageRemovedException another) {
      throw another;
    } catch (IOException | MessagingException malformed) {
      if (!mail.getFolder().isOpen()) {
        throw new MessagingException("The mailbox went away", malformed);
      }
      log.debug("A returned mail cannot be read", malformed);
      return null;
    }
  }
}

package org.supportcenter.domain.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.notification.Notice.Kind;

/**
 * What one change of an appointment means for its mails. A mail belongs to one version: what is
 * pending and not superseded goes along to the new version, so nothing is ever sent for an old one.
 *
 * @param appointment the version after the change
 * @param superseded customers and technicians whose pending mails about it are void
 * @param remindersSuperseded whether all its pending reminders are void
 * @param owed mails that are due because of the change
 */
public record Notices(
    Appointment appointment, Set<UUID> superseded, boolean remindersSuperseded, List<Notice> owed) {

  public Notices {
    superseded = Set.copyOf(superseded);
    owed = List.copyOf(owed);
  }

  /** What follows from the change. */
  public static Notices of(AppointmentChange change) {
    var before = change.before();
    var after = change.after();
    var superseded = new LinkedHashSet<UUID>();
    var owed = new ArrayList<Notice>();
    for (var recipient : concerned(before, after)) {
      var news = news(recipient, before, after);
      if (before != null && (news != null || standingChanged(recipient, before, after))) {
        superseded.add(recipient.id());
      }
      if (news != null && !isSwitchedOff(news, recipient, after)) {
        owed.add(new Notice(news, recipient, isLeftToTenant(news, recipient, after)));
      }
    }
    var reminded = after.status() == AppointmentStatus.CONFIRMED;
    var anew = before == null || !sameReminders(before, after);
    if (reminded && anew && !Boolean.FALSE.equals(after.details().sendReminderEmail())) {
      var leftToTenant = after.details().sendReminderEmail() == null;
      owed.add(new Notice(Kind.REMINDER, Recipient.of(after).getFirst(), leftToTenant));
    }
    return new Notices(after, superseded, before != null && (anew || !reminded), owed);
  }

  private static Set<Recipient> concerned(@Nullable Appointment before, Appointment after) {
    var recipients = new LinkedHashSet<>(Recipient.of(after));
    if (before != null) {
      recipients.addAll(Recipient.of(before));
    }
    return recipients;
  }

  /** What the recipient is told, or null for nothing. */
  private static @Nullable Kind news(
      Recipient recipient, @Nullable Appointment before, Appointment after) {
    var was = Standing.of(before, recipient);
    var is = Standing.of(after, recipient);
    if (was == is) {
      var changed = is == Standing.PROMISED && before != null && !sameVisit(before, after);
      return changed ? Kind.CHANGE : null;
    }
    return switch (is) {
      case PROMISED -> Kind.CONFIRMATION;
      case REQUESTED -> Kind.REQUEST_RECEIVED;
      case NONE -> farewell(recipient, after);
    };
  }

  private static @Nullable Kind farewell(Recipient recipient, Appointment after) {
    return switch (after.status()) {
      case COMPLETED -> recipient.kind() == Recipient.Kind.CUSTOMER ? Kind.COMPLETION : null;
      case NO_SHOW -> null;
      // Called off, or it goes on with somebody else.
      case CANCELLED, DRAFT, CONFIRMED, IN_PROGRESS -> Kind.CANCELLATION;
    };
  }

  private static boolean standingChanged(
      Recipient recipient, Appointment before, Appointment after) {
    return Standing.of(before, recipient) != Standing.of(after, recipient);
  }

  /** Whether both versions say the same about who comes to whom, when and where. */
  private static boolean sameVisit(Appointment before, Appointment after) {
    return before.span().equals(after.span())
        && before.technicianId().equals(after.technicianId())
        && before.customerId().equals(after.customerId())
        && Objects.equals(before.details().location(), after.details().location());
  }

  private static boolean sameReminders(Appointment before, Appointment after) {
    return before.status() == after.status()
        && sameVisit(before, after)
        && Objects.equals(
            before.details().sendReminderEmail(), after.details().sendReminderEmail());
  }

  /** Only what the customer hears first can be switched off. */
  private static boolean canBeSwitchedOff(Kind kind, Recipient recipient) {
    return recipient.kind() == Recipient.Kind.CUSTOMER
        && (kind == Kind.CONFIRMATION || kind == Kind.REQUEST_RECEIVED);
  }

  private static boolean isSwitchedOff(Kind kind, Recipient recipient, Appointment appointment) {
    return canBeSwitchedOff(kind, recipient)
        && Boolean.FALSE.equals(appointment.details().sendConfirmationEmail());
  }

  private static boolean isLeftToTenant(Kind kind, Recipient recipient, Appointment appointment) {
    return canBeSwitchedOff(kind, recipient)
        && appointment.details().sendConfirmationEmail() == null;
  }
}

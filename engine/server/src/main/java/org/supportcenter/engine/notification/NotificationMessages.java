package org.supportcenter.engine.notification;

import static org.supportcenter.engine.resource.Presence.set;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.NotificationStatus;
import org.supportcenter.domain.notification.Recipient;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.notification.Attempt;
import org.supportcenter.store.notification.NotificationStore;
import org.supportcenter.store.notification.StoredNotification;
import org.supportcenter.store.notification.SuppressionStore.Suppressed;
import org.supportcenter.v1.ListNotificationsRequest;
import org.supportcenter.v1.Notification;
import org.supportcenter.v1.NotificationAttempt;
import org.supportcenter.v1.Suppression;

/** Mails on the wire. Kinds, statuses and outcomes have the same names here and there. */
final class NotificationMessages {

  static final String SUPPRESSIONS = "suppressions/";

  private NotificationMessages() {}

  static Notification message(StoredNotification mail) {
    var message =
        Notification.newBuilder()
            .setName(Names.NOTIFICATION.of(mail.id()))
            .setAppointment(Names.APPOINTMENT.of(mail.appointment()))
            .setAppointmentVersion(mail.appointmentVersion())
            .setKind(Notification.Kind.valueOf(mail.kind().name()))
            .setAudience(Notification.Audience.valueOf(mail.recipient().kind().name()))
            .setRecipient(recipient(mail.recipient()))
            .setAddress(mail.address())
            .setMessageId(mail.messageId())
            .setStatus(Notification.Status.valueOf(mail.status().name()))
            .setStatusReason(mail.reason())
            .setDueTime(Times.timestamp(mail.due()))
            .setAttemptCount(mail.attemptCount())
            .addAllAttempts(mail.attempts().stream().map(NotificationMessages::attempt).toList())
            .setCreateTime(Times.timestamp(mail.created()));
    if (mail.status() == NotificationStatus.PENDING) {
      message.setNextAttemptTime(Times.timestamp(mail.nextAttempt()));
    }
    var end = mail.end();
    if (end != null) {
      message.setEndTime(Times.timestamp(end));
    }
    return message.build();
  }

  private static NotificationAttempt attempt(Attempt attempt) {
    var message =
        NotificationAttempt.newBuilder()
            .setNumber(attempt.number())
            .setStartTime(Times.timestamp(attempt.start()))
            .setEndTime(Times.timestamp(attempt.end()))
            .setOutcome(NotificationAttempt.Outcome.valueOf(attempt.outcome().name()))
            .setAnswer(attempt.answer());
    set(attempt.code(), message::setSmtpCode);
    return message.build();
  }

  static Suppression suppression(Suppressed suppressed) {
    var message =
        Suppression.newBuilder()
            .setName(SUPPRESSIONS + suppressed.address())
            .setAddress(suppressed.address())
            .setAnswer(suppressed.answer())
            .setCreateTime(Times.timestamp(suppressed.created()));
    var notification = suppressed.notification();
    if (notification != null) {
      message.setNotification(Names.NOTIFICATION.of(notification));
    }
    return message.build();
  }

  static NotificationStore.Filter filter(ListNotificationsRequest request) {
    var recipient = request.getRecipient();
    var isAddress = recipient.indexOf('@') >= 0;
    return new NotificationStore.Filter(
        same(NotificationStatus.class, request.getStatusesList()),
        same(Notice.Kind.class, request.getKindsList()),
        request.getAppointment().isEmpty()
            ? null
            : Names.APPOINTMENT.id(request.getAppointment(), "appointment"),
        recipient.isEmpty() || isAddress ? null : person(recipient),
        isAddress ? recipient : "");
  }

  /** The constants of ours that have the same names. */
  private static <E extends Enum<E>> EnumSet<E> same(
      Class<E> ours, Collection<? extends Enum<?>> theirs) {
    var names = theirs.stream().map(Enum::name).collect(Collectors.toSet());
    return Arrays.stream(ours.getEnumConstants())
        .filter(constant -> names.contains(constant.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ours)));
  }

  private static @Nullable UUID person(String name) {
    return name.startsWith("technicians/")
        ? Names.TECHNICIAN.id(name, "recipient")
        : Names.CUSTOMER.id(name, "recipient");
  }

  private static String recipient(Recipient recipient) {
    return switch (recipient.kind()) {
      case CUSTOMER -> Names.CUSTOMER.of(recipient.id());
      case TECHNICIAN -> Names.TECHNICIAN.of(recipient.id());
    };
  }
}

package org.supportcenter.engine.ticket;

import static org.supportcenter.engine.resource.Presence.set;

import java.util.UUID;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.engine.resource.Texts;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.Priority;
import org.supportcenter.v1.Ticket;

/** Tickets on the wire. */
final class TicketMessages {

  static final String CUSTOMER = "ticket.customer";
  static final String ASSIGNEE = "ticket.assignee";

  private TicketMessages() {}

  static Ticket message(Stored<UUID, org.supportcenter.domain.ticket.Ticket> stored) {
    var ticket = stored.content();
    var content = ticket.content();
    var message =
        Ticket.newBuilder()
            .setName(Names.TICKET.of(stored.id()))
            .setReference(ticket.reference())
            .setSubject(content.subject())
            .setDescription(content.description())
            .setCustomer(Names.CUSTOMER.of(content.customerId()))
            .setStage(stage(ticket.stage()))
            .setPriority(priority(content.priority()))
            .setCreatedWithAppointment(ticket.createdWithAppointment())
            .setEtag(Etags.of(stored.version()))
            .setCreateTime(Times.timestamp(ticket.createTime()))
            .setUpdateTime(Times.timestamp(ticket.updateTime()));
    set(content.assigneeId(), it -> message.setAssignee(Names.TECHNICIAN.of(it)));
    set(content.dueTime(), it -> message.setDueTime(Times.timestamp(it)));
    return message.build();
  }

  /** What was entered; refuses what makes no sense. */
  static TicketContent content(Ticket message) {
    if (message.getCustomer().isEmpty()) {
      throw new Refusal.FieldsInvalid(CUSTOMER, "is required").asException();
    }
    return new TicketContent(
        Texts.required(message.getSubject(), "ticket.subject"),
        message.getDescription(),
        Names.CUSTOMER.id(message.getCustomer(), CUSTOMER),
        message.getAssignee().isEmpty()
            ? null
            : Names.TECHNICIAN.id(message.getAssignee(), ASSIGNEE),
        priority(message.getPriority()),
        message.hasDueTime() ? Times.instant(message.getDueTime(), "ticket.dueTime") : null);
  }

  static TicketContent edited(
      Stored<UUID, org.supportcenter.domain.ticket.Ticket> stored, UpdateMask mask, Ticket update) {
    return content(mask.apply(message(stored), update));
  }

  private static Ticket.Stage stage(org.supportcenter.domain.ticket.Stage stage) {
    return switch (stage) {
      case NEW -> Ticket.Stage.NEW;
      case SCHEDULED -> Ticket.Stage.SCHEDULED;
      case IN_PROGRESS -> Ticket.Stage.IN_PROGRESS;
      case DONE -> Ticket.Stage.DONE;
      case CANCELLED -> Ticket.Stage.CANCELLED;
    };
  }

  /** The stage that a filter names; its shape was validated before. */
  static org.supportcenter.domain.ticket.Stage stage(Ticket.Stage stage) {
    return switch (stage) {
      case NEW -> org.supportcenter.domain.ticket.Stage.NEW;
      case SCHEDULED -> org.supportcenter.domain.ticket.Stage.SCHEDULED;
      case IN_PROGRESS -> org.supportcenter.domain.ticket.Stage.IN_PROGRESS;
      case DONE -> org.supportcenter.domain.ticket.Stage.DONE;
      case CANCELLED -> org.supportcenter.domain.ticket.Stage.CANCELLED;
      case STAGE_UNSPECIFIED, UNRECOGNIZED ->
          throw new Refusal.FieldsInvalid("stages", "must name stages of a ticket").asException();
    };
  }

  private static Priority priority(org.supportcenter.domain.ticket.Priority priority) {
    return switch (priority) {
      case LOW -> Priority.LOW;
      case NORMAL -> Priority.NORMAL;
      case HIGH -> Priority.HIGH;
      case URGENT -> Priority.URGENT;
    };
  }

  private static org.supportcenter.domain.ticket.Priority priority(Priority priority) {
    return switch (priority) {
      case LOW -> org.supportcenter.domain.ticket.Priority.LOW;
      case PRIORITY_UNSPECIFIED, NORMAL -> org.supportcenter.domain.ticket.Priority.NORMAL;
      case HIGH -> org.supportcenter.domain.ticket.Priority.HIGH;
      case URGENT -> org.supportcenter.domain.ticket.Priority.URGENT;
      case UNRECOGNIZED ->
          throw new Refusal.FieldsInvalid("ticket.priority", "must be a known priority")
              .asException();
    };
  }
}

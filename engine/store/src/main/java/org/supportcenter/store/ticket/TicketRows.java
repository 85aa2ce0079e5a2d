package org.supportcenter.store.ticket;

import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.ticket.Stage;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.schema.jooq.tables.records.TicketRecord;

/** Tickets as rows. */
final class TicketRows {

  private TicketRows() {}

  /** The ticket a row says. */
  static Ticket read(TicketRecord row) {
    var content =
        new TicketContent(
            row.getSubject(),
            row.getDescription(),
            row.getCustomerId(),
            row.getAssigneeId(),
            Priority.valueOf(row.getPriority()),
            row.getDueTime());
    return new Ticket(
        row.getId(),
        row.getReference(),
        content,
        Stage.valueOf(row.getStage()),
        row.getCreatedWithAppointment(),
        row.getVersion(),
        row.getCreateTime(),
        row.getUpdateTime());
  }

  /** The row that says so, but for tenant and version. */
  static TicketRecord write(Ticket ticket) {
    var content = ticket.content();
    var row = new TicketRecord();
    row.setId(ticket.id());
    row.setReference(ticket.reference());
    row.setSubject(content.subject());
    row.setDescription(content.description());
    row.setCustomerId(content.customerId());
    row.setAssigneeId(content.assigneeId());
    row.setStage(ticket.stage().name());
    row.setPriority(content.priority().name());
    row.setDueTime(content.dueTime());
    row.setCreatedWithAppointment(ticket.createdWithAppointment());
    row.setCreateTime(ticket.createTime());
    row.setUpdateTime(ticket.updateTime());
    return row;
  }
}

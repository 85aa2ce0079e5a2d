package org.supportcenter.mailer.mail;

import static java.util.Objects.requireNonNullElse;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_SETTINGS;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;
import static org.supportcenter.schema.jooq.Tables.SUPPRESSION;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;
import static org.supportcenter.schema.jooq.Tables.TENANT;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Occasion;
import org.supportcenter.compose.Purpose;
import org.supportcenter.runtime.database.Jooq;
import org.supportcenter.schema.jooq.tables.Customer;
import org.supportcenter.schema.jooq.tables.Technician;

/** Reads everything about a mail in one statement. */
final class FactQuery {

  private static final Customer VISITED = CUSTOMER.as("visited");
  private static final Technician VISITOR = TECHNICIAN.as("visitor");
  private static final Customer TO_CUSTOMER = CUSTOMER.as("to_customer");
  private static final Technician TO_TECHNICIAN = TECHNICIAN.as("to_technician");

  private static final Field<String> ADDRESS =
      coalesce(TO_CUSTOMER.EMAIL, TO_TECHNICIAN.EMAIL).as("to_address");
  private static final Field<Boolean> SUPPRESSED =
      field(
              exists(
                  selectOne()
                      .from(SUPPRESSION)
                      .where(SUPPRESSION.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
                      .and(
                          SUPPRESSION.ADDRESS.eq(
                              lower(coalesce(TO_CUSTOMER.EMAIL, TO_TECHNICIAN.EMAIL))))))
          .as("suppressed");

  private static final List<Field<?>> COLUMNS =
      List.of(
          NOTIFICATION.TENANT_ID,
          NOTIFICATION.ID,
          NOTIFICATION.APPOINTMENT_ID,
          NOTIFICATION.APPOINTMENT_VERSION,
          NOTIFICATION.KIND,
          NOTIFICATION.RECIPIENT,
          NOTIFICATION.RECIPIENT_ID,
          NOTIFICATION.DUE_TIME,
          NOTIFICATION.NOT_BEFORE,
          NOTIFICATION.ATTEMPTS,
          NOTIFICATION.MESSAGE_ID,
          APPOINTMENT.ID,
          APPOINTMENT.VERSION,
          APPOINTMENT.STATUS,
          APPOINTMENT.REFERENCE,
          APPOINTMENT.START_TIME,
          APPOINTMENT.END_TIME,
          APPOINTMENT.TIME_ZONE,
          APPOINTMENT.DESCRIPTION,
          APPOINTMENT.ADDRESS,
          APPOINTMENT.CANCEL_REASON,
          VISITED.DISPLAY_NAME,
          VISITED.PHONE,
          VISITED.ADDRESS,
          VISITOR.DISPLAY_NAME,
          TO_CUSTOMER.DISPLAY_NAME,
          TO_CUSTOMER.LANGUAGE,
          TO_CUSTOMER.TIME_ZONE,
          TO_CUSTOMER.REMINDERS_OPT_OUT,
          TO_TECHNICIAN.DISPLAY_NAME,
          TO_TECHNICIAN.LANGUAGE,
          TO_TECHNICIAN.TIME_ZONE,
          TICKET.REFERENCE,
          SERVICE_TYPE.DISPLAY_NAME,
          TENANT.DISPLAY_NAME,
          NOTIFICATION_SETTINGS.FROM_ADDRESS,
          NOTIFICATION_SETTINGS.REPLY_TO,
          NOTIFICATION_SETTINGS.CONTACT,
          NOTIFICATION_SETTINGS.LANGUAGE,
          NOTIFICATION_SETTINGS.MAXIMUM_LATENESS_SECONDS,
          ADDRESS,
          SUPPRESSED);

  /** Rendered once: that costs more than running it. */
  private static final String QUERY = DSL.using(Jooq.configuration()).render(query());

  private final MailSettings settings;
  private final Templates templates;
  private final LinkKeys keys;

  FactQuery(MailSettings settings, Templates templates, LinkKeys keys) {
    this.settings = settings;
    this.templates = templates;
    this.keys = keys;
  }

  /** The mail, locked, if it is still leased to us and pending; else null. */
  @Nullable MailRow row(DSLContext sql, UUID tenant, Leased leased) {
    return sql.resultQuery(QUERY, tenant, leased.id(), leased.lease())
        .coerce(COLUMNS)
        .fetchOne(this::row);
  }

  private static Select<?> query() {
    return select(COLUMNS)
        .from(NOTIFICATION)
        .join(TENANT)
        .on(TENANT.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .join(APPOINTMENT)
        .on(APPOINTMENT.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .and(APPOINTMENT.ID.eq(NOTIFICATION.APPOINTMENT_ID))
        .join(TICKET)
        .on(TICKET.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .and(TICKET.ID.eq(APPOINTMENT.TICKET_ID))
        .join(VISITED)
        .on(VISITED.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .and(VISITED.ID.eq(APPOINTMENT.CUSTOMER_ID))
        .join(VISITOR)
        .on(VISITOR.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .and(VISITOR.ID.eq(APPOINTMENT.TECHNICIAN_ID))
        .leftJoin(TO_CUSTOMER)
        .on(is("CUSTOMER", TO_CUSTOMER.TENANT_ID, TO_CUSTOMER.ID))
        .leftJoin(TO_TECHNICIAN)
        .on(is("TECHNICIAN", TO_TECHNICIAN.TENANT_ID, TO_TECHNICIAN.ID))
        .leftJoin(SERVICE_TYPE)
        .on(SERVICE_TYPE.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .and(SERVICE_TYPE.ID.eq(APPOINTMENT.SERVICE_TYPE_ID))
        .leftJoin(NOTIFICATION_SETTINGS)
        .on(NOTIFICATION_SETTINGS.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
        .where(NOTIFICATION.TENANT_ID.eq(param(UUID.class)))
        .and(NOTIFICATION.ID.eq(param(UUID.class)))
        .and(NOTIFICATION.LEASE.eq(param(UUID.class)))
        .and(NOTIFICATION.STATUS.eq(inline("PENDING")))
        .forNoKeyUpdate()
        .of(NOTIFICATION);
  }

  private static Condition is(String recipient, Field<UUID> tenant, Field<UUID> id) {
    return NOTIFICATION
        .RECIPIENT
        .eq(inline(recipient))
        .and(tenant.eq(NOTIFICATION.TENANT_ID))
        .and(id.eq(NOTIFICATION.RECIPIENT_ID));
  }

  private MailRow row(Record row) {
    var purpose =
        new Purpose(
            Purpose.Kind.valueOf(row.get(NOTIFICATION.KIND)),
            Purpose.Audience.valueOf(row.get(NOTIFICATION.RECIPIENT)));
    var sender = given(row.get(NOTIFICATION_SETTINGS.FROM_ADDRESS));
    var lateness = row.get(NOTIFICATION_SETTINGS.MAXIMUM_LATENESS_SECONDS);
    var customerName = row.get(TO_CUSTOMER.DISPLAY_NAME);
    var messageId = row.get(NOTIFICATION.MESSAGE_ID);
    return new MailRow(
        row.get(NOTIFICATION.TENANT_ID),
        row.get(NOTIFICATION.APPOINTMENT_ID),
        row.get(NOTIFICATION.NOT_BEFORE),
        purpose,
        row.get(NOTIFICATION.APPOINTMENT_VERSION),
        row.get(APPOINTMENT.VERSION),
        row.get(APPOINTMENT.STATUS),
        row.get(NOTIFICATION.DUE_TIME),
        row.get(APPOINTMENT.START_TIME),
        row.get(NOTIFICATION.RECIPIENT_ID),
        customerName == null ? given(row.get(TO_TECHNICIAN.DISPLAY_NAME)) : customerName,
        given(row.get(ADDRESS)),
        zone(row),
        locale(row),
        Boolean.TRUE.equals(row.get(TO_CUSTOMER.REMINDERS_OPT_OUT)),
        Boolean.TRUE.equals(row.get(SUPPRESSED)),
        lateness == null ? settings.maximumLateness() : Duration.ofSeconds(lateness),
        row.get(NOTIFICATION.ATTEMPTS) + 1,
        messageId == null ? messageId(row.get(NOTIFICATION.ID)) : messageId,
        given(row.get(NOTIFICATION_SETTINGS.REPLY_TO)),
        visit(row),
        new Occasion.Sender(
            row.get(TENANT.DISPLAY_NAME),
            sender.isEmpty() ? settings.from() : sender,
            given(row.get(NOTIFICATION_SETTINGS.CONTACT))));
  }

  private static Occasion.Visit visit(Record row) {
    return new Occasion.Visit(
        row.get(APPOINTMENT.ID),
        row.get(APPOINTMENT.VERSION),
        row.get(APPOINTMENT.REFERENCE),
        row.get(TICKET.REFERENCE),
        row.get(APPOINTMENT.START_TIME),
        row.get(APPOINTMENT.END_TIME),
        row.get(VISITED.DISPLAY_NAME),
        row.get(VISITED.PHONE),
        row.get(VISITOR.DISPLAY_NAME),
        given(row.get(SERVICE_TYPE.DISPLAY_NAME)),
        row.get(APPOINTMENT.DESCRIPTION),
        requireNonNullElse(row.get(APPOINTMENT.ADDRESS), row.get(VISITED.ADDRESS)),
        given(row.get(APPOINTMENT.CANCEL_REASON)));
  }

  /** The recipient's own language, else that of the tenant. */
  private static Locale locale(Record row) {
    return Stream.of(TO_CUSTOMER.LANGUAGE, TO_TECHNICIAN.LANGUAGE, NOTIFICATION_SETTINGS.LANGUAGE)
        .map(row::get)
        .filter(tag -> tag != null && !tag.isEmpty())
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ENGLISH);
  }

  /** The recipient's own zone, else the one the visit was booked under. */
  private static ZoneId zone(Record row) {
    var own = row.get(TO_CUSTOMER.TIME_ZONE);
    var technicians = row.get(TO_TECHNICIAN.TIME_ZONE);
    try {
      return ZoneId.of(
          own == null ? requireNonNullElse(technicians, row.get(APPOINTMENT.TIME_ZONE)) : own);
    } catch (DateTimeException newerThanThisProcess) {
      return ZoneId.of("UTC");
    }
  }

  private String messageId(UUID id) {
    return "<%s@%s>".formatted(id, settings.from().substring(settings.from().indexOf('@') + 1));
  }

  /** What else is needed to compose it. */
  Facts complete(DSLContext sql, MailRow row, Instant now) {
    var chosen = templates.choose(sql, row.tenant(), row.purpose(), row.locale());
    var stoppable =
        row.purpose().kind() == Purpose.Kind.REMINDER
            && row.purpose().audience() == Purpose.Audience.CUSTOMER;
    var unsubscribe =
        stoppable
            ? settings.unsubscribeUrl(keys.token(sql, row.tenant(), row.recipientId()))
            : null;
    var recipient =
        new Occasion.Recipient(row.recipientName(), row.address(), row.zone(), chosen.locale());
    var occasion =
        new Occasion(row.purpose(), recipient, row.visit(), row.sender(), unsubscribe, now);
    return new Facts(
        row.appointment(),
        row.dueTime(),
        row.attempt(),
        row.messageId(),
        row.replyTo(),
        occasion,
        chosen.text());
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package org.supportcenter.store.booking;

import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.store.Step;

/**
 * Reads visits as the driver has them: a search takes in thousands, and making records of them
 * takes longer than finding them.
 */
final class VisitRows {

  /** What is read of a visit. */
  static final List<Field<?>> COLUMNS =
      List.of(
          APPOINTMENT.ID,
          APPOINTMENT.TECHNICIAN_ID,
          APPOINTMENT.CUSTOMER_ID,
          APPOINTMENT.START_TIME,
          APPOINTMENT.END_TIME,
          APPOINTMENT.BUFFER_BEFORE_SECONDS,
          APPOINTMENT.BUFFER_AFTER_SECONDS,
          APPOINTMENT.HOLDS,
          APPOINTMENT.HOLD_EXPIRE_TIME);

  /** The same and what only suggestions look at. */
  static final List<Field<?>> PLACED_COLUMNS =
      Stream.concat(
              COLUMNS.stream(),
              Stream.<Field<?>>of(APPOINTMENT.STATUS, APPOINTMENT.LATITUDE, APPOINTMENT.LONGITUDE))
          .toList();

  private static final int ID = position(APPOINTMENT.ID);
  private static final int TECHNICIAN_ID = position(APPOINTMENT.TECHNICIAN_ID);
  private static final int CUSTOMER_ID = position(APPOINTMENT.CUSTOMER_ID);
  private static final int START_TIME = position(APPOINTMENT.START_TIME);
  private static final int END_TIME = position(APPOINTMENT.END_TIME);
  private static final int BUFFER_BEFORE_SECONDS = position(APPOINTMENT.BUFFER_BEFORE_SECONDS);
  private static final int BUFFER_AFTER_SECONDS = position(APPOINTMENT.BUFFER_AFTER_SECONDS);
  private static final int HOLDS = position(APPOINTMENT.HOLDS);
  private static final int HOLD_EXPIRE_TIME = position(APPOINTMENT.HOLD_EXPIRE_TIME);
  private static final int STATUS = position(APPOINTMENT.STATUS);
  private static final int LATITUDE = position(APPOINTMENT.LATITUDE);
  private static final int LONGITUDE = position(APPOINTMENT.LONGITUDE);

  private VisitRows() {}

  /** Where the driver has a column, from 1. */
  private static int position(Field<?> column) {
    return PLACED_COLUMNS.indexOf(column) + 1;
  }

  /**
   * Takes in {@link #COLUMNS}.
   *
   * @param now holds that have expired by then are no visits
   */
  static Step.Rows into(Neighbours found, Instant now) {
    return rows -> {
      while (rows.next()) {
        add(rows, found, now);
      }
    };
  }

  /** Takes in {@link #PLACED_COLUMNS}. */
  static Step.Rows into(SuggestionNeighbours found, Instant now) {
    return rows -> {
      while (rows.next()) {
        var id = add(rows, found.visits, now);
        if (AppointmentStatus.IN_PROGRESS.name().equals(rows.getString(STATUS))) {
          found.running.add(id);
        }
        var point = point(rows);
        if (point != null) {
          found.points.put(id, point);
        }
      }
    };
  }

  private static UUID add(ResultSet row, Neighbours found, Instant now) throws SQLException {
    var id = row.getObject(ID, UUID.class);
    var expiry = row.getObject(HOLD_EXPIRE_TIME, OffsetDateTime.class);
    if (expiry == null || expiry.toInstant().isAfter(now)) {
      found.visits.put(id, visit(row, id, expiry != null));
    } else {
      found.expiredHolds.add(id);
    }
    return id;
  }

  private static BookedVisit visit(ResultSet row, UUID id, boolean isHold) throws SQLException {
    return new BookedVisit(
        id,
        row.getObject(TECHNICIAN_ID, UUID.class),
        row.getObject(CUSTOMER_ID, UUID.class),
        new Span(instant(row, START_TIME), instant(row, END_TIME)),
        Duration.ofSeconds(row.getInt(BUFFER_BEFORE_SECONDS)),
        Duration.ofSeconds(row.getInt(BUFFER_AFTER_SECONDS)),
        occupancy(isHold, row.getBoolean(HOLDS)));
  }

  private static Instant instant(ResultSet row, int position) throws SQLException {
    return row.getObject(position, OffsetDateTime.class).toInstant();
  }

  private static Occupancy occupancy(boolean isHold, boolean holds) {
    if (isHold) {
      return Occupancy.HOLD;
    }
    return holds ? Occupancy.APPOINTMENT : Occupancy.COMPLETED;
  }

  private static @Nullable Point point(ResultSet row) throws SQLException {
    var latitude = row.getObject(LATITUDE, Double.class);
    var longitude = row.getObject(LONGITUDE, Double.class);
    return latitude == null || longitude == null ? null : new Point(latitude, longitude);
  }
}

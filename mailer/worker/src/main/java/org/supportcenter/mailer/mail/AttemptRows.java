package org.supportcenter.mailer.mail;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.smtp.Answer;
import org.supportcenter.mailer.smtp.AnswerText;

/** Tries to send mails, as managers see them. */
final class AttemptRows {

  /** Written out, because every mail needs it: rendering it costs more than running it. */
  private static final String INSERT =
      """
      INSERT INTO notification_attempt
        (tenant_id, notification_id, number, start_time, end_time, outcome, code, answer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private AttemptRows() {}

  /**
   * Writes a try down, once it is executed.
   *
   * @param number of the try among those of this mail, from 1
   */
  static Query insert(
      DSLContext sql,
      UUID tenant,
      UUID mail,
      int number,
      Instant began,
      Instant ended,
      Answer answer) {
    return sql.query(
        INSERT,
        tenant,
        mail,
        number,
        began,
        ended,
        outcome(answer),
        code(answer),
        AnswerText.of(answer.text()));
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Accepted _ -> "ACCEPTED";
      case Answer.Deferred _ -> "DEFERRED";
      case Answer.Refused _ -> "REFUSED";
      case Answer.Unreachable _ -> "UNREACHABLE";
    };
  }

  private static @Nullable Integer code(Answer answer) {
    return switch (answer) {
      case Answer.Accepted yes -> yes.code();
      case Answer.Deferred later -> later.code();
      case Answer.Refused no -> no.code();
      case Answer.Unreachable _ -> null;
    };
  }
}

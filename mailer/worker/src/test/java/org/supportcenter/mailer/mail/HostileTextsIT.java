package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

/** Whatever stands in the database, even what the API would refuse. */
class HostileTextsIT {

  private static final String HOSTILE =
      "Ada\r\nBcc: all@example.org\r\nX-Evil: 1\n\n<script>alert(1)</script>\u2028END:VCALENDAR";

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @RegisterExtension final SendingExtension sending = new SendingExtension(postgres);

  private MailWorld world;

  @BeforeEach
  void enter() {
    world = sending.world();
  }

  @Test
  void noTextMakesAHeaderAPartOrATag() throws Exception {
    var kinds = List.of("REQUEST_RECEIVED", "CONFIRMATION", "REMINDER", "CHANGE", "CANCELLATION");
    kinds.forEach(kind -> world.owes(kind, "CUSTOMER"));
    var harmless = headersOfWhatArrives(kinds.size());
    poison();
    kinds.forEach(kind -> world.owes(kind, "CUSTOMER"));

    var hostile = headersOfWhatArrives(kinds.size());

    assertThat(hostile).isEqualTo(harmless);
    for (var mail : sending.mails()) {
      assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
      assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
      assertThat(part(mail, "text/html")).contains("&lt;script&gt;").doesNotContain("<script");
    }
  }

  @Test
  void anAddressWithALineBreakIsWrittenToNever() throws Exception {
    world.execute(
        "UPDATE customer SET email = ? WHERE id = ?",
        "customer@example.org\r\nBcc: all@example.org",
        world.customer);
    var unusable = world.owes("CONFIRMATION", "CUSTOMER");
    world.owes("CONFIRMATION", "TECHNICIAN");

    sending.mailer();
    sending.awaitMails(1);

    assertThat(world.status(unusable)).isEqualTo("FAILED");
    assertThat(sending.mails()).hasSize(1);
  }

  private void poison() {
    world.execute("UPDATE tenant SET display_name = ?", HOSTILE);
    world.execute("UPDATE customer SET display_name = ?, phone = ?, address = ?", all(3));
    world.execute("UPDATE technician SET display_name = ?", HOSTILE);
    world.execute("UPDATE ticket SET subject = ?, description = ?", all(2));
    world.execute("UPDATE appointment SET description = ?, address = ?, cancel_reason = ?", all(3));
    world.execute(
        """
        INSERT INTO notification_settings (tenant_id, from_address, reply_to, contact, version)
        VALUES (?, '', '', ?, 1)
        """,
        world.tenant,
        HOSTILE);
  }

  private static Object[] all(int count) {
    return Collections.nCopies(count, HOSTILE).toArray();
  }

  private Set<String> headersOfWhatArrives(int count) throws Exception {
    sending.forget();
    sending.mailer();
    sending.awaitMails(count);
    var names = new TreeSet<String>();
    for (var mail : sending.mails()) {
      for (Header header : Collections.list(mail.getAllHeaders())) {
        names.add(header.getName());
      }
    }
    return names;
  }

  /** The first part of that type, decoded. */
  private static @Nullable String part(Part part, String type) throws Exception {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = part(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}

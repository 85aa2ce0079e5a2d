package org.supportcenter.mailer.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;

/** What mail servers send back about mails of ours. */
final class ReturnedMail {

  private ReturnedMail() {}

  /** As Postfix writes it. */
  static String report(UUID mail, String action, String status, String diagnosis) {
    return """
    From: MAILER-DAEMON@mx.example (Mail Delivery System)
    To: bounces@support.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="=_x"

    --=_x
    Content-Description: Notification
    Content-Type: text/plain; charset=us-ascii

    I'm sorry to have to inform you that your message could not be delivered.

    --=_x
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example
    Arrival-Date: Mon,  1 Mar 2027 09:00:00 +0000

    Final-Recipient: rfc822; Customer@example.org
    Action: %s
    Status: %s
    Remote-MTA: dns; mail.example.org
    Diagnostic-Code: %s

    --=_x
    Content-Type: text/rfc822-headers

    Subject: Your visit
    Message-ID: <%s@localhost>

    --=_x--
    """
        .formatted(action, status, diagnosis, mail)
        .replace("\n", "\r\n");
  }

  /** A refusal of a mail with any Message-ID, which its encoding hides from mail servers. */
  static String naming(String messageId) {
    var headers = "Message-ID: %s\r\n\r\n".formatted(messageId).getBytes(UTF_8);
    return report(new UUID(0, 0), "failed", "5.1.1", "smtp; 550 5.1.1 gone")
        .replaceFirst(
            "(?s)rfc822-headers\r\n.*localhost>",
            "rfc822-headers\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(headers));
  }

  /** As Exim wrote it before it knew delivery reports. */
  static String exim(UUID mail, String answer) {
    return """
    X-Failed-Recipients: customer@example.org
    Auto-Submitted: auto-replied
    From: Mail Delivery System <Mailer-Daemon@mx.example>
    To: bounces@support.example
    Subject: Mail delivery failed: returning message to sender
    Message-Id: <E1lGxyz-0001Ab-Cd@mx.example>
    Date: Mon, 01 Mar 2027 09:00:05 +0000

    This message was created automatically by mail delivery software.

    A message that you sent could not be delivered to one or more of its
    recipients. This is a permanent error. The following address(es) failed:

      customer@example.org
        SMTP error from remote mail server after RCPT TO:<customer@example.org>:
        host mail.example.org [192.0.2.7]: %s

    ------ This is a copy of the message, including all the headers. ------

    Return-path: <bounces@support.example>
    Received: from [192.0.2.1] (helo=mailer) by mx.example with esmtp (Exim 4.80)
    Subject: Your visit
    Message-ID: <%s@localhost>
    MIME-Version: 1.0

    Hello
    """
        .formatted(answer, mail)
        .replace("\n", "\r\n");
  }
}

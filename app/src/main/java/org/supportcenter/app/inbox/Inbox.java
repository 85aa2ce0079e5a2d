package org.supportcenter.app.inbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real mail server of this machine that delivers nothing: it takes every mail for every address,
 * and shows them on pages of its own. What it holds is gone when it is closed.
 */
public final class Inbox implements AutoCloseable {
  private final GreenMail mail;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Inbox(GreenMail mail, HttpServer http) {
    this.mail = mail;
    this.http = http;
  }

  /**
   * Starts it.
   *
   * @param host address to listen on
   * @param port of its pages; 0 takes a free one
   */
  public static Inbox start(String host, int port) throws IOException {
    var mail = new GreenMail(new ServerSetup(0, host, ServerSetup.PROTOCOL_SMTP));
    mail.getUserManager().setAuthRequired(false);
    mail.start();
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(host, port), 0);
    } catch (IOException taken) {
      mail.stop();
      throw taken;
    }
    var inbox = new Inbox(mail, http);
    http.createContext("/", new InboxPages(new CaughtMails(mail)));
    http.setExecutor(inbox.threads);
    http.start();
    return inbox;
  }

  /** The address to send mail to, as {@code SMTP_URL} has it. */
  public String smtpUrl() {
    return "smtp://%s:%d?starttls=never"
        .formatted(mail.getSmtp().getBindTo(), mail.getSmtp().getPort());
  }

  /** The port of the pages. */
  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdown();
    mail.stop();
  }
}

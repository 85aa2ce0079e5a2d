package org.supportcenter.mailer.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.testing.Entrance;

/** A mail server that answers as it is told to, in clear or with TLS, and keeps what it took. */
public final class SmtpResponder implements AutoCloseable {

  /** Instead of an answer: breaks the connection. */
  public static final String RESET = "reset";

  /** In place of a command: the end of a mail's content. */
  public static final String END_OF_MAIL = ".";

  private final Entrance entrance;
  private final Security security;
  private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> senders = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();

  /**
   * How strangers are kept out.
   *
   * @param certificate null: there is no TLS
   * @param fromFirstByte otherwise only after STARTTLS
   * @param login user and password, separated by a colon; empty: anybody may send
   */
  record Security(@Nullable SSLContext certificate, boolean fromFirstByte, String login) {

    static final Security NONE = new Security(null, false, "");
  }

  /** Anybody may send, and read along. */
  public SmtpResponder() throws IOException {
    this(Security.NONE);
  }

  SmtpResponder(Security security) throws IOException {
    this.security = security;
    var certificate = security.certificate();
    entrance =
        new Entrance(
            certificate != null && security.fromFirstByte()
                ? certificate.getServerSocketFactory()
                : ServerSocketFactory.getDefault(),
            guest -> new Conversation(guest, security.fromFirstByte()).hold());
  }

  /** Answers a command so the next time it comes; afterwards as usual. */
  public SmtpResponder answer(String command, String answer) {
    answers.computeIfAbsent(command, _ -> new ConcurrentLinkedQueue<>()).add(answer);
    return this;
  }

  /** Where it listens. */
  public int port() {
    return entrance.port();
  }

  /** What it was asked, without arguments. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  /** The addresses that mails would return to, as they were told before their content. */
  public List<String> envelopeSenders() {
    return List.copyOf(senders);
  }

  /** The mails whose content was sent, whether they were taken or not. */
  public List<String> mails() {
    return List.copyOf(mails);
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }

  private final class Conversation {

    private Socket socket;
    private BufferedReader in;
    private boolean encrypted;
    private boolean known = security.login().isEmpty();

    Conversation(Socket socket, boolean encrypted) throws IOException {
      this.socket = socket;
      this.encrypted = encrypted;
      in = reader();
    }

    private BufferedReader reader() throws IOException {
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    void hold() throws IOException {
      say("220 responder");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        commands.add(command);
        if (command.equals("MAIL")) {
          senders.add(line.replaceFirst("(?i)^MAIL FROM:<([^>]*)>.*", "$1"));
        }
        if (!told(command)) {
          usual(command, line);
        }
      }
    }

    /** Does what it was told to do at this point; false if that is nothing. */
    private boolean told(String command) throws IOException {
      var waiting = answers.get(command);
      var answer = waiting == null ? null : waiting.poll();
      if (answer == null) {
        return false;
      }
      if (answer.equals(RESET)) {
        socket.setSoLinger(true, 0);
        socket.close();
      } else {
        say(answer);
      }
      return true;
    }

    private void usual(String command, String line) throws IOException {
      switch (command) {
        case "EHLO" -> say(String.join("\r\n", capabilities()));
        case "STARTTLS" -> secure();
        case "AUTH" -> {
          known = plain(line.substring("AUTH PLAIN ".length())).endsWith("\0" + login());
          say(known ? "235 2.7.0 welcome" : "535 5.7.8 wrong password");
        }
        case "MAIL" -> say(known ? "250 2.1.0 OK" : "530 5.7.0 log in first");
        case "DATA" -> {
          say("354 go on");
          mails.add(mail());
          if (!told(END_OF_MAIL)) {
            say("250 2.0.0 taken");
          }
        }
        case "QUIT" -> say("221 bye");
        default -> say("250 OK");
      }
    }

    private List<String> capabilities() {
      var lines = new ArrayList<>(List.of("250-responder"));
      if (security.certificate() != null && !encrypted) {
        lines.add("250-STARTTLS");
      }
      if (!security.login().isEmpty()) {
        lines.add("250-AUTH PLAIN");
      }
      lines.add("250 ENHANCEDSTATUSCODES");
      return lines;
    }

    private String login() {
      return security.login().replaceFirst(":", "\0");
    }

    private static String plain(String base64) {
      return new String(Base64.getDecoder().decode(base64), ISO_8859_1);
    }

    private void secure() throws IOException {
      var certificate = security.certificate();
      if (certificate == null) {
        say("502 5.5.1 no TLS here");
        return;
      }
      say("220 2.0.0 go ahead");
      var secured =
          (SSLSocket) certificate.getSocketFactory().createSocket(socket, null, port(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      socket = secured;
      encrypted = true;
      in = reader();
    }

    private String mail() throws IOException {
      var content = new StringBuilder();
      for (var line = in.readLine();
          line != null && !line.equals(END_OF_MAIL);
          line = in.readLine()) {
        content.append(line).append('\n');
      }
      return content.toString();
    }

    private void say(String answer) throws IOException {
      socket.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    }
  }
}

package org.supportcenter.mailer.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.mailer.smtp.ServerUrl.Form;
import org.supportcenter.mailer.smtp.SmtpResponder.Security;
import org.supportcenter.mailer.smtp.SmtpServer.UnreachableException;

/**
 * Mail with TLS. Whom a JVM trusts is settled once and for all, so that what trusts the certificate
 * of the test is a process of its own.
 */
class TlsTest {

  private static final String PASSWORD = "changeit";
  private static final String LOGIN = "user:password";

  @TempDir private Path directory;

  /** Sends a mail to each server, and says how that went. */
  public static void main(String... servers) throws Exception {
    for (var url : servers) {
      System.out.println(outcome(url));
    }
  }

  private static String outcome(String url) throws Exception {
    try (var server = new SmtpServer(ServerUrl.parse(url, Form.SMTP))) {
      return SmtpServerTest.send(server).getClass().getSimpleName();
    } catch (UnreachableException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void mailGoesToAServerWhoseCertificateIsTrustedAndOfItsName() throws Exception {
    var store = certificate();
    var certificate = context(store);
    try (var upgrades = new SmtpResponder(new Security(certificate, false, LOGIN));
        var always = new SmtpResponder(new Security(certificate, true, LOGIN))) {
      var outcomes =
          java(
              store,
              "smtp://%s@127.0.0.1:%d?starttls=required".formatted(LOGIN, upgrades.port()),
              "smtp://%s@127.0.0.1:%d".formatted(LOGIN, upgrades.port()),
              "smtps://%s@127.0.0.1:%d".formatted(LOGIN, always.port()),
              "smtps://%s@localhost:%d".formatted(LOGIN, always.port()),
              "smtps://user:wrong@127.0.0.1:%d".formatted(always.port()));

      assertThat(outcomes.subList(0, 3)).containsOnly("Accepted");
      assertThat(outcomes.get(3)).contains("cannot be reached", "localhost");
      assertThat(outcomes.get(4)).contains("does not accept the user and password");
      assertThat(upgrades.commands()).containsSubsequence("STARTTLS", "AUTH", "MAIL");
      assertThat(upgrades.mails()).hasSize(2);
      assertThat(always.mails()).hasSize(1);
    }
  }

  @Test
  void nothingIsToldToAServerWhoseCertificateNobodyVouchesFor() throws Exception {
    var certificate = context(certificate());
    try (var upgrades = new SmtpResponder(new Security(certificate, false, LOGIN));
        var always = new SmtpResponder(new Security(certificate, true, LOGIN))) {
      for (var url :
          List.of(
              "smtp://%s@127.0.0.1:%d?starttls=required".formatted(LOGIN, upgrades.port()),
              "smtp://%s@127.0.0.1:%d?starttls=offered".formatted(LOGIN, upgrades.port()),
              "smtps://%s@127.0.0.1:%d".formatted(LOGIN, always.port()))) {
        assertThat(outcome(url)).contains("certificate is not trusted", "certification path");
      }
      assertThat(upgrades.commands()).doesNotContain("AUTH", "MAIL");
      assertThat(always.commands()).isEmpty();
    }
  }

  /** A key for 127.0.0.1 that only itself vouches for. */
  private Path certificate() throws Exception {
    var store = directory.resolve("server.p12");
    run(
        tool("keytool"),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=responder",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-validity",
        "2",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
    return store;
  }

  private static SSLContext context(Path store) throws Exception {
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private List<String> java(Path trusted, String... servers) throws Exception {
    var own = System.getProperty("java.class.path");
    var command = new ArrayList<String>();
    command.add(tool("java"));
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djavax.net.ssl.trustStore=" + trusted);
    command.add("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    command.add("-cp");
    // Surefire keeps the class path in a property of its own.
    command.add(System.getProperty("surefire.test.class.path", own));
    command.add(TlsTest.class.getName());
    command.addAll(List.of(servers));
    return run(command.toArray(String[]::new));
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** What a command says. */
  private List<String> run(String... command) throws Exception {
    var said = directory.resolve("said");
    var code =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(code).as(String.join(" ", command)).isZero();
    return Files.readAllLines(said, UTF_8);
  }
}

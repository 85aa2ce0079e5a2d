package org.supportcenter.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How soon a booking's confirmation is at the mail server, and how many mails a second one mailer
 * delivers. The mail server is in this process, not in the one that is measured, and is given to it
 * by {@code SMTP_URL} as any other: the inbox of {@code start} would keep and show every mail in
 * the same process as the mailer.
 */
@Command(
    name = "mail",
    description =
        "Books at a steady pace, and measures from each booking to its mail; then books while the"
            + " mail server is away, and measures how the mailer of start catches up. The mail"
            + " server is a real one, of this process.",
    mixinStandardHelpOptions = true)
final class MailBench implements Callable<Integer> {

  private static final int TECHNICIANS = 100;
  private static final int BOOKERS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** All customers of a bench are in one domain, whose servers are not what is measured. */
  private static final String UNLIMITED = "1000000";

  @Option(
      names = "--per-second",
      defaultValue = "20",
      description = "How many visits are booked a second (default: ${DEFAULT-VALUE}).")
  private int perSecond;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "For how long they are (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--backlog",
      defaultValue = "2000",
      description = "How many mails wait when the mail server is back (default: ${DEFAULT-VALUE}).")
  private int backlog;

  @Option(
      names = "--warm-up",
      paramLabel = "<mails>",
      defaultValue = "1000",
      description = "How many mails go before, unmeasured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Mixin private Launch launch = new Launch();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, InterruptedException {
    output.say("Starting Support Center ...");
    try (var sink = new MailSink(Launch.freePort());
        var running =
            launch.start(Map.of("SMTP_URL", sink.url(), "SUPPORT_CENTER_MAIL_RATE", UNLIMITED))) {
      output.say("Making technicians and customers ...");
      var customers = warmUp + perSecond * seconds + backlog;
      var world = World.create(running.gateway(), running.adminKey(), TECHNICIANS, customers);
      var booker = new RestBooker(running.gateway(), running.adminKey());
      output.say("Sending the first mails ...");
      catchUp(sink, world, booker, warmUp);
      output.say("Booking " + perSecond + " visits a second ...");
      var paced = paced(sink, world, booker);
      output.say("Booking while the mail server is away, and having it back ...");
      var waiting = catchUp(sink, world, booker, backlog);
      output.report(List.of(paced, waiting), facts());
    }
    return 0;
  }

  private static Map<String, Object> facts() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("mailers", "1, inside start");
    facts.put("booking to mail", "from asking for the visit to the mail server having the mail");
    facts.put("catching up", "per second from the first mail to the last; ms since it is back");
    return facts;
  }

  private Measured paced(MailSink sink, World world, Booker booker)
      throws IOException, InterruptedException {
    var booked = new HashMap<String, Long>();
    var start = System.nanoTime();
    var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (int i = 0; i < perSecond * seconds; i++) {
      awaitMoment(start + i * gap);
      var visit = world.next();
      var asked = System.nanoTime();
      booker.book(visit);
      booked.put(visit.address(), asked);
    }
    var length = System.nanoTime() - start;
    var came = sink.await(booked.keySet(), PATIENCE);
    var nanos =
        came.entrySet().stream()
            .mapToLong(arrival -> arrival.getValue() - requireNonNull(booked.get(arrival.getKey())))
            .toArray();
    return new Measured("booking to mail", 1, length / 1e9, nanos, booked.size() - came.size());
  }

  private static void awaitMoment(long nanoTime) {
    for (var left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Leaves the mail server open. */
  private static Measured catchUp(MailSink sink, World world, Booker booker, int mails)
      throws IOException, InterruptedException {
    sink.close();
    var booked = book(world, booker, mails);
    var back = System.nanoTime();
    sink.open();
    var came = sink.await(booked, PATIENCE);
    if (came.isEmpty()) {
      throw new IOException("No mail came within " + PATIENCE.toMinutes() + " minutes");
    }
    var first = came.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    var last = came.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    return new Measured(
        "catching up",
        BOOKERS,
        (last - first) / 1e9,
        came.values().stream().mapToLong(at -> at - back).toArray(),
        booked.size() - came.size());
  }

  /** Books by several at once, and tells whom mails are now for. */
  private static List<String> book(World world, Booker booker, int visits)
      throws IOException, InterruptedException {
    var all = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(BOOKERS)) {
      var calls = new ArrayList<Future<String>>();
      for (int i = 0; i < visits; i++) {
        calls.add(
            threads.submit(
                () -> {
                  var visit = world.next();
                  booker.book(visit);
                  return visit.address();
                }));
      }
      for (var call : calls) {
        all.add(call.get());
      }
    } catch (ExecutionException refused) {
      throw new IOException("A visit was not booked: " + refused.getCause(), refused);
    }
    return all;
  }
}

package org.supportcenter.engine;

import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.protobuf.services.HealthStatusManager;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.engine.access.AccessService;
import org.supportcenter.engine.access.Credentials;
import org.supportcenter.engine.access.LastUses;
import org.supportcenter.engine.appointment.AppointmentService;
import org.supportcenter.engine.appointment.PlanBookings;
import org.supportcenter.engine.availability.AlternativeFinder;
import org.supportcenter.engine.availability.AvailabilityService;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.customer.CustomerService;
import org.supportcenter.engine.hold.HoldService;
import org.supportcenter.engine.notification.NotificationService;
import org.supportcenter.engine.ops.ActiveTenants;
import org.supportcenter.engine.ops.Metrics;
import org.supportcenter.engine.ops.Utilisation;
import org.supportcenter.engine.plan.LazyPlanner;
import org.supportcenter.engine.plan.PlanScheduler;
import org.supportcenter.engine.plan.PlanService;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.settings.SettingsService;
import org.supportcenter.engine.technician.TechnicianService;
import org.supportcenter.engine.ticket.TicketService;
import org.supportcenter.engine.watch.WatchTimes;
import org.supportcenter.engine.watch.Watches;
import org.supportcenter.engine.webhook.WebhookService;
import org.supportcenter.runtime.Background;
import org.supportcenter.runtime.Opened;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.runtime.ops.LifeSigns;
import org.supportcenter.runtime.ops.OpsServer;
import org.supportcenter.solver.TimefoldJudge;
import org.supportcenter.store.Database;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.access.ApiKeyStore;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.replay.Replays;
import org.supportcenter.store.technician.TechnicianStore;

/** An engine process: everything it is made of is put together here, top to bottom. */
public final class EngineServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EngineServer.class);

  /** For what runs beside the calls: chores, the change feed, readiness. */
  private static final int SPARE_CONNECTIONS = 4;

  private static final String OUR_PACKAGE = "supportcenter.v1.";

  private static final Duration UTILISATION_EVERY = Duration.ofMinutes(1);
  private static final Duration FORGET_REPLIES_EVERY = Duration.ofMinutes(10);

  private final EngineConfig config;
  private final Draining draining = new Draining();
  private final HealthStatusManager health = new HealthStatusManager();
  private final Background background = new Background();
  private final TenantDatabases databases;
  private final CallThreads callThreads;
  private final Listener listener;
  private final OpsServer ops;
  private final PlanScheduler plans;

  private final AtomicBoolean serving = new AtomicBoolean();

  /**
   * Starts an engine; it serves when this returns.
   *
   * @throws EngineStartException if it cannot, with the reason in one sentence
   */
  public static EngineServer start(EngineConfig config, InstantSource clock) {
    try {
      return Opened.orNothing(opened -> new EngineServer(config, clock, opened));
    } catch (IOException taken) {
      throw new EngineStartException(
          "Cannot listen on %s or %s: %s"
              .formatted(config.address(), config.opsAddress(), taken.getMessage()),
          taken);
    }
  }

  private EngineServer(EngineConfig config, InstantSource clock, Opened opened) throws IOException {
    this.config = config;
    var database = open(config);
    opened.closedBy(database::close);
    databases = TenantDatabases.shared(database);
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    var metrics = new Metrics(registry);

    var replays = new Replays(clock);
    var reads = new Reads(databases);
    var writes = new Writes(databases, replays);

    var keys = new ApiKeyStore(databases);
    var tenants = new ActiveTenants();
    var lastUses = new LastUses(keys, background, clock);
    var credentials = new Credentials(keys, lastUses, tenants, clock);
    var technicians = new TechnicianStore();

    var judge = new TimefoldJudge();
    var setups = new SetupCache();
    var alternatives = new AlternativeFinder(databases, setups, clock);
    var times = WatchTimes.DEFAULTS;
    var watches = new Watches(databases, draining, times);

    var services =
        List.<BindableService>of(
            new AccessService(databases, writes, keys, technicians, credentials, clock),
            new AppointmentService(
                reads, writes, judge, alternatives, setups, watches, metrics, clock),
            new AvailabilityService(reads, judge, alternatives, setups, clock),
            new CustomerService(reads, writes, clock),
            new HoldService(reads, writes, judge, alternatives, setups, clock),
            new NotificationService(
                databases, reads, writes, ShippedTemplates.load(config.mailLanguages()), clock),
            new PlanService(
                reads,
                writes,
                new PlanBookings(reads, writes, judge, alternatives, setups, metrics, clock),
                setups,
                draining,
                times,
                clock),
            new SettingsService(reads, writes),
            new TechnicianService(reads, writes, clock),
            new TicketService(reads, writes, clock),
            new WebhookService(reads, writes, config.webhooks(), clock));

    PoolMetrics.watch(database, metrics);
    var signs = new LifeSigns();
    ops =
        OpsServer.start(
            config.opsAddress(),
            registry,
            signs,
            () -> serving.get() && database.problem() == null);
    opened.closedBy(ops::close);
    opened.closedBy(background::close);
    signs.watch(background::ended);
    callThreads = CallThreads.start(config.callThreads(), metrics);
    opened.closedBy(callThreads::shutdown);
    signs.watch(callThreads::ended);
    listener =
        Listener.start(
            config.address(), callThreads, services, credentials, draining, metrics, health);
    opened.closedBy(() -> listener.stop(Duration.ZERO));
    serving.set(true);
    var planner = new LazyPlanner();
    planner.prepare();
    plans = new PlanScheduler(databases, setups, planner, judge, clock);
    opened.closedBy(plans::close);

    var utilisation = new Utilisation(databases, tenants, setups, metrics, clock);
    background.every(UTILISATION_EVERY, "utilisation", utilisation::refresh);
    background.every(
        FORGET_REPLIES_EVERY, "forget-replies", () -> databases.all().forEach(Replays::forgetOld));
    log.info("The engine listens on port {}, health and metrics on {}", port(), opsPort());
  }

  /** The port of gRPC. */
  public int port() {
    return listener.port();
  }

  /** What callers in this process name to gRPC's in-process transport, which spares the network. */
  public String inProcessName() {
    return listener.inProcessName();
  }

  /** The port of health and metrics. */
  public int opsPort() {
    return ops.port();
  }

  /** Every method of ours that it answers. */
  public List<MethodDescriptor<?, ?>> methods() {
    return listener.services().stream()
        .flatMap(service -> service.getMethods().stream())
        .<MethodDescriptor<?, ?>>map(ServerMethodDefinition::getMethodDescriptor)
        .filter(method -> method.getFullMethodName().startsWith(OUR_PACKAGE))
        .toList();
  }

  /**
   * Drains: says that it is going, takes no new calls, lets those it has finish, and stops. Returns
   * when all is done; a second call changes nothing.
   */
  @Override
  public void close() {
    if (!serving.compareAndSet(true, false)) {
      return;
    }
    log.info("The engine drains");
    health.enterTerminalState();
    pause(config.drainDelay());
    draining.begin();
    listener.stop(config.drainTimeout());
    plans.close();
    background.close();
    callThreads.shutdown();
    databases.close();
    ops.close();
    log.info("The engine has stopped");
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private static Database open(EngineConfig config) {
    var postgres = config.postgres();
    var settings =
        new DatabaseConfig(
            postgres.jdbcUrl(),
            postgres.user(),
            postgres.password(),
            config.callThreads() + SPARE_CONNECTIONS,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    Database database;
    try {
      database = Database.open(settings, EngineServer::timeLeft);
    } catch (DatabaseUnavailableException down) {
      throw new EngineStartException(String.valueOf(down.getMessage()), down);
    }
    var problem = database.problem();
    if (problem != null) {
      database.close();
      throw new EngineStartException(problem);
    }
    return database;
  }

  private static @Nullable Duration timeLeft() {
    var deadline = Context.current().getDeadline();
    return deadline == null ? null : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
  }
}

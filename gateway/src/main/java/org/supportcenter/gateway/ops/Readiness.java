package org.supportcenter.gateway.ops;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;

/**
 * Whether this gateway should get requests: it is not draining, and an engine is connected and says
 * it is serving.
 */
public final class Readiness {
  private enum Phase {
    SERVING,
    LEAVING,
    REFUSING
  }

  private final ManagedChannel engine;
  private final HealthStatusManager health = new HealthStatusManager();
  private volatile Phase phase = Phase.SERVING;

  /** Follows the state of this channel. */
  public Readiness(ManagedChannel engine) {
    this.engine = engine;
    follow();
  }

  /** gRPC health of this gateway. */
  public HealthStatusManager health() {
    return health;
  }

  /** Whether balancers should send requests here. */
  public boolean isReady() {
    return phase == Phase.SERVING && engine.getState(true) == ConnectivityState.READY;
  }

  /** Whether new requests are turned away. */
  public boolean isRefusing() {
    return phase == Phase.REFUSING;
  }

  /** No longer ready, but still serving. */
  public void leave() {
    phase = Phase.LEAVING;
    health.enterTerminalState();
  }

  /** Turns new requests away. */
  public void refuse() {
    phase = Phase.REFUSING;
  }

  private void follow() {
    var state = engine.getState(true);
    health.setStatus(
        HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
        state == ConnectivityState.READY ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    if (state != ConnectivityState.SHUTDOWN) {
      engine.notifyWhenStateChanged(state, this::follow);
    }
  }
}

package org.supportcenter.gateway.rpc;

import java.util.function.BooleanSupplier;

/** Asks the sending side for one more message as soon as the receiving side can take it. */
final class Demand {
  private final BooleanSupplier receiverIsReady;
  private final Runnable requestOne;
  private boolean owed;

  Demand(BooleanSupplier receiverIsReady, Runnable requestOne) {
    this.receiverIsReady = receiverIsReady;
    this.requestOne = requestOne;
  }

  /** A message was handed to the receiver. */
  synchronized void handedOn() {
    if (receiverIsReady.getAsBoolean()) {
      requestOne.run();
    } else {
      owed = true;
    }
  }

  /** The receiver has become ready. */
  synchronized void receiverReady() {
    if (owed) {
      owed = false;
      requestOne.run();
    }
  }
}

package org.supportcenter.bench;

import java.io.IOException;

/** One caller's way of booking; used by one thread. */
interface Booker extends AutoCloseable {

  /**
   * Books the visit.
   *
   * @throws IOException when it was not accepted, with the answer
   */
  void book(Visit visit) throws IOException;

  @Override
  void close();
}

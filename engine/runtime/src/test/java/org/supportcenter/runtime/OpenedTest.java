package org.supportcenter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OpenedTest {

  private final Opened opened = new Opened();

  @Test
  void whatWasOpenedLastIsClosedFirst() {
    var closed = new ArrayList<String>();
    opened.closedBy(() -> closed.add("the pool"));
    opened.closedBy(() -> closed.add("the port"));

    opened.closeAfter(new IllegalStateException());
    opened.closeAfter(new IllegalStateException());

    assertThat(closed).containsExactly("the port", "the pool");
  }

  @Test
  void whatCannotBeClosedKeepsNothingElseOpenAndIsToldWithTheFailure() {
    var closed = new ArrayList<String>();
    var stuck = new IllegalStateException("stuck");
    opened.closedBy(() -> closed.add("the pool"));
    opened.closedBy(
        () -> {
          throw stuck;
        });
    var failure = new IllegalArgumentException("why it did not start");

    opened.closeAfter(failure);

    assertThat(closed).containsExactly("the pool");
    assertThat(failure).hasSuppressedException(stuck);
  }
}

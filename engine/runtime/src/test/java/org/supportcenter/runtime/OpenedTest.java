package org.supportcenter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {

  private final List<String> closed = new ArrayList<>();
  private final IOException failure = new IOException("why it did not start");

  @Test
  void whatWasOpenedLastIsClosedFirst() {
    assertThatThrownBy(
            () ->
                Opened.orNothing(
                    opened -> {
                      opened.closedBy(() -> closed.add("the pool"));
                      opened.closedBy(() -> closed.add("the port"));
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(closed).containsExactly("the port", "the pool");
  }

  @Test
  void whatCannotBeClosedKeepsNothingElseOpenAndIsToldWithTheFailure() {
    var stuck = new IllegalStateException("stuck");

    assertThatThrownBy(
            () ->
                Opened.orNothing(
                    opened -> {
                      opened.closedBy(() -> closed.add("the pool"));
                      opened.closedBy(
                          () -> {
                            throw stuck;
                          });
                      throw failure;
                    }))
        .isSameAs(failure)
        .hasSuppressedException(stuck);

    assertThat(closed).containsExactly("the pool");
  }

  @Test
  void whatHasStartedStaysOpen() throws IOException {
    var started =
        Opened.orNothing(
            opened -> {
              opened.closedBy(() -> closed.add("the pool"));
              return "started";
            });

    assertThat(started).isEqualTo("started");
    assertThat(closed).isEmpty();
  }
}

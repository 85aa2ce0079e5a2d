package org.supportcenter.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.hold.Hold;
import org.supportcenter.domain.policy.Limits;

/** The page about slots tells the limits that are kept. */
class SlotDocsTest {

  @Test
  void thePageTellsTheLimits() throws IOException {
    var page = Files.readString(Path.of("../../docs/slots.md"));

    assertThat(page)
        .contains("at most %d days".formatted(Limits.SEARCH_WINDOW.toDays()))
        .contains("holds of one credential | %d at a time".formatted(Hold.MOST_OF_CALLER))
        .contains("holds of a tenant | %d at a time".formatted(Hold.MOST_OF_TENANT))
        .contains(
            "%d second to %d hour, %d minutes by default"
                .formatted(
                    Limits.HOLD_TIME_TO_LIVE.min().toSeconds(),
                    Limits.HOLD_TIME_TO_LIVE.max().toHours(),
                    Hold.DEFAULT_TIME_TO_LIVE.toMinutes()));
  }
}

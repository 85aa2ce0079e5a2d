package org.supportcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TzDatabaseTest {

  @Test
  void zonesThatALibraryRegisteredAreNotOfTheTzDatabase() {
    ZoneRulesProvider.registerProvider(new Library());

    assertThat(ZoneId.getAvailableZoneIds()).contains(Library.ZONE);
    assertThat(TzDatabase.read())
        .contains("Europe/Berlin", "UTC", "Asia/Kolkata")
        .doesNotContain(Library.ZONE, "PST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EST", "MST", "HST", "hst", "ROC", "GMT+0", "GMT-0", "europe/BERLIN"})
  void whatToUseInsteadIsInIt(String id) {
    assertThat(TzDatabase.ids()).doesNotContain(id);
    assertThat(
            Pattern.compile("\"([^\"]+)\"")
                .matcher(String.valueOf(TzDatabase.instead(id)))
                .results())
        .isNotEmpty()
        .extracting(quoted -> quoted.group(1))
        .isSubsetOf(TzDatabase.ids());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars/Olympus", "PST", "+02:00"})
  void ofWhatCanMeanManyThingsNothingIsSaid(String id) {
    assertThat(TzDatabase.instead(id)).isNull();
  }

  private static final class Library extends ZoneRulesProvider {

    static final String ZONE = "library-local-1";

    @Override
    protected Set<String> provideZoneIds() {
      return Set.of(ZONE);
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
      return ZoneOffset.UTC.getRules();
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
      return new TreeMap<>();
    }
  }
}

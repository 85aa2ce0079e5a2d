package org.supportcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TzDatabaseTest {

  @Test
  void zonesThatALibraryRegisteredAreNotOfTheTzDatabase() {
    ZoneRulesProvider.registerProvider(new Library());

    assertThat(ZoneId.getAvailableZoneIds()).contains(Library.ZONE);
    assertThat(TzDatabase.read())
        .contains("Europe/Berlin", "UTC", "Asia/Kolkata")
        .doesNotContain(Library.ZONE, "PST");
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

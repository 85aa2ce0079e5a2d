package org.supportcenter.store.settings;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.SUGGESTION_SETTINGS;

import java.util.EnumMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.supportcenter.domain.suggestion.SoftRule;
import org.supportcenter.domain.suggestion.SuggestionSettings;
import org.supportcenter.domain.suggestion.Weights;
import org.supportcenter.schema.jooq.tables.records.SuggestionSettingsRecord;
import org.supportcenter.store.SettingStore;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tenantwide;

/** How a tenant ranks slots. */
public final class SuggestionSettingsStore
    extends SettingStore<Tenantwide, SuggestionSettings, SuggestionSettingsRecord> {

  public SuggestionSettingsStore() {
    super(SUGGESTION_SETTINGS, SuggestionSettings.DEFAULTS);
  }

  /** What a row says. */
  public static SuggestionSettings settings(SuggestionSettingsRecord row) {
    return new SuggestionSettings(weights(row), TravelColumns.read(row));
  }

  @Override
  protected Condition isNamed(Tenantwide key) {
    return noCondition();
  }

  @Override
  protected Stored<Tenantwide, SuggestionSettings> read(SuggestionSettingsRecord row) {
    return new Stored<>(Tenantwide.KEY, row.getVersion(), settings(row));
  }

  @Override
  protected SuggestionSettingsRecord write(Tenantwide key, SuggestionSettings settings) {
    var row = new SuggestionSettingsRecord();
    var rules = SoftRule.values();
    row.setWeightedRules(Stream.of(rules).map(SoftRule::name).toArray(String[]::new));
    row.setWeights(Stream.of(rules).map(settings.weights()::of).toArray(Integer[]::new));
    TravelColumns.write(settings.travel(), row);
    return row;
  }

  private static Weights weights(SuggestionSettingsRecord row) {
    var weights = new EnumMap<SoftRule, Integer>(SoftRule.class);
    for (int i = 0; i < row.getWeights().length; i++) {
      weights.put(SoftRule.valueOf(row.getWeightedRules()[i]), row.getWeights()[i]);
    }
    return new Weights(weights);
  }
}

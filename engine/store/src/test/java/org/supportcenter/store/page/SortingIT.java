package org.supportcenter.store.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.store.Database;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.testkit.PostgresExtension;

class SortingIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Sorting SORTING =
      Sorting.endingWith(CUSTOMER.ID, "displayName")
          .by("displayName", CUSTOMER.DISPLAY_NAME)
          .by("createTime", CUSTOMER.CREATE_TIME)
          .by("version", CUSTOMER.VERSION);

  private static Database database;
  private static UUID tenant;

  private record Row(UUID id, String name, int version) {}

  @BeforeAll
  static void open() {
    database = TestDatabases.open(postgres);
    tenant = postgres.seeds().tenant();
    for (int i = 0; i < 23; i++) {
      var id = postgres.seeds().customer(tenant);
      postgres
          .seeds()
          .execute(
              tenant,
              "UPDATE customer SET display_name = ?, version = ? WHERE id = ?",
              "Name " + i % 5,
              i % 3,
              id);
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 22, 23, 24, 1000})
  void pagesOfAnySizeTogetherAreTheWholeListInOrder(int size) {
    var rows = all(size, "displayName desc, version");

    assertThat(rows).hasSize(23).doesNotHaveDuplicates();
    assertThat(rows)
        .isSortedAccordingTo(
            Comparator.comparing(Row::name).reversed().thenComparing(Row::version));
  }

  @Test
  void namesAreReadInBothSpellings() {
    assertThat(all(5, "create_time desc , display_name"))
        .isEqualTo(all(5, "createTime desc,displayName"));
  }

  @Test
  void anEntryThatGoesDoesNotMakeThePageAfterItSkipOne() {
    var first = page(10, "", "");
    var gone = first.entries().getLast();
    postgres.seeds().execute(tenant, "DELETE FROM customer WHERE id = ?", gone.id());
    try {
      assertThat(page(1000, first.nextToken(), "").entries()).hasSize(13);
    } finally {
      postgres
          .seeds()
          .execute(
              tenant,
              """
              INSERT INTO customer (tenant_id, id, display_name, email, phone, address,
                reminders_opt_out, version, create_time, update_time)
              VALUES (?, ?, ?, '', '', '', false, ?, now(), now())
              """,
              tenant,
              gone.id(),
              gone.name(),
              gone.version());
    }
  }

  @Test
  void sizesAreAtMostAThousandAndFiftyByDefault() {
    assertThat(new PageQuery(0, "", "", "").limit()).isEqualTo(50);
    assertThat(new PageQuery(5_000_000, "", "", "").limit()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"colour", "displayName up", "displayName,,version", "version, version desc", "id"})
  void anOrderThatCannotBeReadIsRefused(String orderBy) {
    assertThat(refusal(() -> page(5, "", orderBy))).isInstanceOf(Refusal.FilterInvalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AQ", "not base 64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aDamagedTokenIsRefused(String token) {
    assertThat(refusal(() -> page(5, token, ""))).isInstanceOf(Refusal.PageTokenInvalid.class);
  }

  @Test
  void aTokenIsGoodForItsOwnOrderAndArgumentsOnly() {
    var token = page(5, "", "displayName").nextToken();

    assertThat(refusal(() -> page(5, token, "displayName desc")))
        .isInstanceOf(Refusal.PageTokenInvalid.class);
    assertThat(refusal(() -> fetch(new PageQuery(5, token, "displayName", "others"))))
        .isInstanceOf(Refusal.PageTokenInvalid.class);
    assertThat(page(6, token, "").entries()).hasSize(6);
  }

  private static Refusal refusal(ThrowingCallable list) {
    return catchThrowableOfType(RefusedException.class, list).refusal();
  }

  private static List<Row> all(int size, String orderBy) {
    var rows = new ArrayList<Row>();
    var token = "";
    do {
      var page = page(size, token, orderBy);
      rows.addAll(page.entries());
      token = page.nextToken();
    } while (!token.isEmpty());
    return rows;
  }

  private static Page<Row> page(int size, String token, String orderBy) {
    return fetch(new PageQuery(size, token, orderBy, "arguments"));
  }

  private static Page<Row> fetch(PageQuery query) {
    return database.read(
        tenant,
        tx ->
            SORTING.page(
                tx.sql(),
                CUSTOMER,
                List.of(CUSTOMER.fields()),
                noCondition(),
                query,
                row ->
                    new Row(
                        row.get(CUSTOMER.ID),
                        row.get(CUSTOMER.DISPLAY_NAME),
                        row.get(CUSTOMER.VERSION))));
  }
}

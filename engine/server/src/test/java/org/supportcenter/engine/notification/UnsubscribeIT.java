package org.supportcenter.engine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;

import com.google.rpc.LocalizedMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.compose.UnsubscribeToken;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.CustomerServiceGrpc;
import org.supportcenter.v1.GetCustomerRequest;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

class UnsubscribeIT {

  private static final byte[] SECRET = new byte[32];

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private UUID customer;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    customer = engine.seeds().customer(tenant);
    engine
        .seeds()
        .execute(
            tenant, "INSERT INTO mail_link_key (tenant_id, secret) VALUES (?, ?)", tenant, SECRET);
  }

  @Test
  void whoeverHasTheLinkStopsTheRemindersOfItsCustomerOnly() {
    var other = engine.seeds().customer(tenant);
    var before = customer(customer);

    var stopped = unsubscribe(token(tenant, customer, SECRET));

    assertThat(stopped.getOrganisation()).isEqualTo("Tenant " + tenant);
    var after = customer(customer);
    assertThat(after.getRemindersOptOut()).isTrue();
    assertThat(after.getEtag()).isNotEqualTo(before.getEtag());
    assertThat(customer(other).getRemindersOptOut()).isFalse();
    assertThat(unsubscribe(token(tenant, customer, SECRET))).isEqualTo(stopped);
    assertThat(customer(customer)).as("once more changes nothing").isEqualTo(after);
  }

  @Test
  void aWrongLinkStopsNothingAndTellsNothing() {
    var elsewhere = engine.seeds().tenant();
    var otherSecret = new byte[32];
    otherSecret[31] = 1;
    var wrong =
        List.of(
            "not a token",
            token(tenant, customer, SECRET).substring(1),
            token(tenant, customer, otherSecret),
            token(tenant, UUID.randomUUID(), SECRET),
            token(elsewhere, customer, SECRET),
            token(UUID.randomUUID(), customer, SECRET));

    for (var token : wrong) {
      assertThat(invalidField(() -> unsubscribe(token))).isEqualTo("token");
    }

    assertThat(wrong.stream().map(token -> error(() -> unsubscribe(token)).getMessage()).distinct())
        .hasSize(1);
    assertThat(customer(customer).getRemindersOptOut()).isFalse();
  }

  @Test
  void beforeItIsDoneTheReaderIsAskedInTheLanguageOfTheirMails() {
    setLanguage("customer", "de-AT");

    var asked = ask("en");

    assertThat(asked.getLanguage()).isEqualTo("de");
    assertThat(asked.getHeading()).isEqualTo("Erinnerungen abbestellen?");
    assertThat(asked.getButton()).isEqualTo("Erinnerungen abbestellen");
    assertThat(customer(customer).getRemindersOptOut()).isFalse();
    var stopped = unsubscribe(token(tenant, customer, SECRET));
    assertThat(stopped.getText()).isEqualTo("Tenant " + tenant + " schickt Ihnen keine mehr.");
    assertThat(stopped.getButton()).isEmpty();
  }

  @Test
  void withoutOneTheBrowserSaysTheLanguageAndThenTheTenant() {
    assertThat(ask("").getLanguage()).isEqualTo("en");
    setLanguage("notification_settings", "de");

    assertThat(ask("").getLanguage()).isEqualTo("de");
    assertThat(ask("fr, en-GB;q=0.8").getLanguage()).isEqualTo("en");
    assertThat(ask("fr, en;q=0").getLanguage()).as("not acceptable").isEqualTo("de");
    assertThat(ask("*;q=0.5, ,;q").getLanguage()).as("unreadable").isEqualTo("de");
    setLanguage("customer", "fr");
    assertThat(ask("en").getLanguage()).as("of what there is wording in").isEqualTo("en");
  }

  @Test
  void aWrongLinkIsRefusedInTheLanguageOfTheBrowserOnly() {
    setLanguage("notification_settings", "de");
    var forged = UnsubscribeRequest.newBuilder().setToken(token(tenant, customer, new byte[] {1}));

    var refused = error(() -> unsubscribe(forged.build()));
    var preferred = error(() -> unsubscribe(forged.setAcceptLanguage("de-CH").build()));

    assertThat(EngineExtension.detail(refused, LocalizedMessage.class).getLocale()).isEqualTo("en");
    assertThat(EngineExtension.detail(preferred, LocalizedMessage.class).getMessage())
        .startsWith("Dieser Link funktioniert nicht.");
  }

  private UnsubscribeResponse ask(String acceptLanguage) {
    return unsubscribe(
        UnsubscribeRequest.newBuilder()
            .setToken(token(tenant, customer, SECRET))
            .setAcceptLanguage(acceptLanguage)
            .setValidateOnly(true)
            .build());
  }

  /** Of the customers, or of the tenant. */
  private void setLanguage(String table, String language) {
    if (table.equals("customer")) {
      engine.seeds().execute(tenant, "UPDATE customer SET language = ?", language);
    } else {
      engine
          .seeds()
          .execute(
              tenant,
              """
              INSERT INTO notification_settings
                (tenant_id, from_address, reply_to, contact, version, language)
              VALUES (?, '', '', '', 1, ?)
              """,
              tenant,
              language);
    }
  }

  private static String token(UUID tenant, UUID customer, byte[] secret) {
    return UnsubscribeToken.sign(tenant, customer, secret).text();
  }

  /** Without any credential: the reader of a mail has none. */
  private static UnsubscribeResponse unsubscribe(String token) {
    return unsubscribe(UnsubscribeRequest.newBuilder().setToken(token).build());
  }

  private static UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
    return NotificationServiceGrpc.newBlockingStub(engine.anonymous()).unsubscribe(request);
  }

  private Customer customer(UUID id) {
    return CustomerServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)))
        .getCustomer(GetCustomerRequest.newBuilder().setName("customers/" + id).build());
  }
}

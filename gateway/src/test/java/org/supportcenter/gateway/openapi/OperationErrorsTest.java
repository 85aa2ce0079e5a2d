package org.supportcenter.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.gateway.PublicRoutes;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;
import org.supportcenter.v1.Errors.Occasion;

class OperationErrorsTest {
  static Stream<Route> routes() {
    return PublicRoutes.all().stream();
  }

  @Test
  void everyReasonIsAnsweredBySomeOperationUnlessTheProtoSaysThatNoneDoes() {
    var answered = EnumSet.noneOf(ErrorReason.class);
    routes().map(OperationErrors::of).forEach(answered::addAll);

    for (var value : ErrorReason.getDescriptor().getValues().stream().skip(1).toList()) {
      var occasion = value.getOptions().getExtension(ErrorReasonOuterClass.occasion);
      var byNone = occasion == Occasion.NO_METHOD || occasion == Occasion.NEVER;
      assertThat(answered.contains(ErrorReason.valueOf(value)))
          .as(value.getName())
          .isNotEqualTo(byNone);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void methodsNameOnlyWhatDoesNotFollowAnyway(Route route) {
    assertThat(OperationErrors.named(route).getReasonsList())
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(OperationErrors.following(route));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whatIsUpdatedHasAnEtag(Route route) {
    var request = route.method().getInputType();
    if (request.findFieldByName("update_mask") != null) {
      assertThat(request.getFields())
          .filteredOn(field -> field.getJavaType() == JavaType.MESSAGE)
          .anyMatch(field -> field.getMessageType().findFieldByName("etag") != null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CheckAvailability, CONCURRENT_CHANGE, false",
    "PreviewChange, ETAG_MISMATCH, true",
    "CreateTicket, ETAG_MISMATCH, false",
    "CreateTicket, RESOURCE_EXISTS, false",
    "CreateDateOverride, RESOURCE_EXISTS, true",
    "DeleteHold, CONCURRENT_CHANGE, true",
    "DeleteHold, RESOURCE_IN_USE, false",
    "CreateHold, DAILY_LIMIT_REACHED, true",
    "CreateAppointment, STATUS_TRANSITION_NOT_ALLOWED, false",
    "ApplyPlan, PLAN_STALE, true",
    "WhoAmI, NOT_ALLOWED, false",
    "Unsubscribe, CREDENTIAL_MISSING, false",
    "GetNotificationTemplate, RESOURCE_NOT_FOUND, false",
    "ListTickets, RESOURCE_NOT_FOUND, false",
  })
  void tellsApartWhatLooksAlike(String method, ErrorReason reason, boolean answered) {
    var route =
        routes().filter(each -> each.method().getName().equals(method)).findFirst().orElseThrow();

    assertThat(OperationErrors.of(route).contains(reason)).isEqualTo(answered);
  }
}

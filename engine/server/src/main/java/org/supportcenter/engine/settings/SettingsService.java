package org.supportcenter.engine.settings;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.CreateClosureRequest;
import org.supportcenter.v1.CreateServiceTypeRequest;
import org.supportcenter.v1.DeleteClosureRequest;
import org.supportcenter.v1.DeleteServiceTypeRequest;
import org.supportcenter.v1.GetClosureRequest;
import org.supportcenter.v1.GetNotificationSettingsRequest;
import org.supportcenter.v1.GetServiceTypeRequest;
import org.supportcenter.v1.GetSuggestionSettingsRequest;
import org.supportcenter.v1.GetTenantPolicyRequest;
import org.supportcenter.v1.ListClosuresRequest;
import org.supportcenter.v1.ListClosuresResponse;
import org.supportcenter.v1.ListServiceTypesRequest;
import org.supportcenter.v1.ListServiceTypesResponse;
import org.supportcenter.v1.NotificationSettings;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.SettingsServiceGrpc.SettingsServiceImplBase;
import org.supportcenter.v1.SuggestionSettings;
import org.supportcenter.v1.UpdateClosureRequest;
import org.supportcenter.v1.UpdateNotificationSettingsRequest;
import org.supportcenter.v1.UpdateServiceTypeRequest;
import org.supportcenter.v1.UpdateSuggestionSettingsRequest;
import org.supportcenter.v1.UpdateTenantPolicyRequest;

/** What holds for the whole tenant. */
public final class SettingsService extends SettingsServiceImplBase {

  private final TenantPolicy tenantPolicy;
  private final Notifications notifications;
  private final SuggestionRanking suggestions;
  private final Closures closures;
  private final ServiceTypes serviceTypes;

  /** Reads and writes settings. */
  public SettingsService(Reads reads, Writes writes) {
    this.tenantPolicy = new TenantPolicy(reads, writes);
    this.notifications = new Notifications(reads, writes);
    this.suggestions = new SuggestionRanking(reads, writes);
    this.closures = new Closures(reads, writes);
    this.serviceTypes = new ServiceTypes(reads, writes);
  }

  @Override
  public void getTenantPolicy(GetTenantPolicyRequest request, StreamObserver<Policy> observer) {
    Unary.answer(observer, () -> tenantPolicy.get());
  }

  @Override
  public void updateTenantPolicy(
      UpdateTenantPolicyRequest request, StreamObserver<Policy> observer) {
    Unary.answer(observer, () -> tenantPolicy.update(request));
  }

  @Override
  public void getNotificationSettings(
      GetNotificationSettingsRequest request, StreamObserver<NotificationSettings> observer) {
    Unary.answer(observer, () -> notifications.get());
  }

  @Override
  public void updateNotificationSettings(
      UpdateNotificationSettingsRequest request, StreamObserver<NotificationSettings> observer) {
    Unary.answer(observer, () -> notifications.update(request));
  }

  @Override
  public void getSuggestionSettings(
      GetSuggestionSettingsRequest request, StreamObserver<SuggestionSettings> observer) {
    Unary.answer(observer, () -> suggestions.get());
  }

  @Override
  public void updateSuggestionSettings(
      UpdateSuggestionSettingsRequest request, StreamObserver<SuggestionSettings> observer) {
    Unary.answer(observer, () -> suggestions.update(request));
  }

  @Override
  public void createClosure(CreateClosureRequest request, StreamObserver<Closure> observer) {
    Unary.answer(observer, () -> closures.create(request));
  }

  @Override
  public void getClosure(GetClosureRequest request, StreamObserver<Closure> observer) {
    Unary.answer(observer, () -> closures.get(request));
  }

  @Override
  public void listClosures(
      ListClosuresRequest request, StreamObserver<ListClosuresResponse> observer) {
    Unary.answer(observer, () -> closures.list(request));
  }

  @Override
  public void updateClosure(UpdateClosureRequest request, StreamObserver<Closure> observer) {
    Unary.answer(observer, () -> closures.update(request));
  }

  @Override
  public void deleteClosure(DeleteClosureRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> closures.delete(request));
  }

  @Override
  public void createServiceType(
      CreateServiceTypeRequest request, StreamObserver<ServiceType> observer) {
    Unary.answer(observer, () -> serviceTypes.create(request));
  }

  @Override
  public void getServiceType(GetServiceTypeRequest request, StreamObserver<ServiceType> observer) {
    Unary.answer(observer, () -> serviceTypes.get(request));
  }

  @Override
  public void listServiceTypes(
      ListServiceTypesRequest request, StreamObserver<ListServiceTypesResponse> observer) {
    Unary.answer(observer, () -> serviceTypes.list(request));
  }

  @Override
  public void updateServiceType(
      UpdateServiceTypeRequest request, StreamObserver<ServiceType> observer) {
    Unary.answer(observer, () -> serviceTypes.update(request));
  }

  @Override
  public void deleteServiceType(DeleteServiceTypeRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> serviceTypes.delete(request));
  }
}

package org.supportcenter.engine.notification;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.v1.DeleteSuppressionRequest;
import org.supportcenter.v1.GetNotificationRequest;
import org.supportcenter.v1.GetNotificationTemplateRequest;
import org.supportcenter.v1.ListNotificationTemplateRevisionsRequest;
import org.supportcenter.v1.ListNotificationTemplateRevisionsResponse;
import org.supportcenter.v1.ListNotificationTemplatesRequest;
import org.supportcenter.v1.ListNotificationTemplatesResponse;
import org.supportcenter.v1.ListNotificationsRequest;
import org.supportcenter.v1.ListNotificationsResponse;
import org.supportcenter.v1.ListSuppressionsRequest;
import org.supportcenter.v1.ListSuppressionsResponse;
import org.supportcenter.v1.Notification;
import org.supportcenter.v1.NotificationServiceGrpc.NotificationServiceImplBase;
import org.supportcenter.v1.NotificationTemplate;
import org.supportcenter.v1.PreviewNotificationTemplateRequest;
import org.supportcenter.v1.PreviewNotificationTemplateResponse;
import org.supportcenter.v1.ResetNotificationTemplateRequest;
import org.supportcenter.v1.RetryFailedNotificationsRequest;
import org.supportcenter.v1.RetryFailedNotificationsResponse;
import org.supportcenter.v1.RetryNotificationRequest;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;
import org.supportcenter.v1.UpdateNotificationTemplateRequest;

/** The mails to customers and technicians. */
public final class NotificationService extends NotificationServiceImplBase {

  private final Mails mails;
  private final Suppressions suppressions;
  private final Templates templates;
  private final Unsubscribing unsubscribing;

  /**
   * Works on these databases.
   *
   * @param shipped what mails say where a tenant has written nothing of its own
   */
  public NotificationService(
      TenantDatabases databases,
      Reads reads,
      Writes writes,
      ShippedTemplates shipped,
      InstantSource clock) {
    mails = new Mails(reads, writes, clock);
    suppressions = new Suppressions(reads, writes);
    templates = new Templates(reads, writes, shipped, clock);
    unsubscribing = new Unsubscribing(databases, shipped, clock);
  }

  @Override
  public void getNotification(
      GetNotificationRequest request, StreamObserver<Notification> observer) {
    Unary.answer(observer, () -> mails.get(request));
  }

  @Override
  public void listNotifications(
      ListNotificationsRequest request, StreamObserver<ListNotificationsResponse> observer) {
    Unary.answer(observer, () -> mails.list(request));
  }

  @Override
  public void retryNotification(
      RetryNotificationRequest request, StreamObserver<Notification> observer) {
    Unary.answer(observer, () -> mails.retry(request));
  }

  @Override
  public void retryFailedNotifications(
      RetryFailedNotificationsRequest request,
      StreamObserver<RetryFailedNotificationsResponse> observer) {
    Unary.answer(observer, () -> mails.retryFailed(request));
  }

  @Override
  public void listSuppressions(
      ListSuppressionsRequest request, StreamObserver<ListSuppressionsResponse> observer) {
    Unary.answer(observer, () -> suppressions.list(request));
  }

  @Override
  public void deleteSuppression(DeleteSuppressionRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> suppressions.delete(request));
  }

  @Override
  public void getNotificationTemplate(
      GetNotificationTemplateRequest request, StreamObserver<NotificationTemplate> observer) {
    Unary.answer(observer, () -> templates.get(request));
  }

  @Override
  public void listNotificationTemplates(
      ListNotificationTemplatesRequest request,
      StreamObserver<ListNotificationTemplatesResponse> observer) {
    Unary.answer(observer, templates::list);
  }

  @Override
  public void updateNotificationTemplate(
      UpdateNotificationTemplateRequest request, StreamObserver<NotificationTemplate> observer) {
    Unary.answer(observer, () -> templates.update(request));
  }

  @Override
  public void previewNotificationTemplate(
      PreviewNotificationTemplateRequest request,
      StreamObserver<PreviewNotificationTemplateResponse> observer) {
    Unary.answer(observer, () -> templates.preview(request));
  }

  @Override
  public void resetNotificationTemplate(
      ResetNotificationTemplateRequest request, StreamObserver<NotificationTemplate> observer) {
    Unary.answer(observer, () -> templates.reset(request));
  }

  @Override
  public void listNotificationTemplateRevisions(
      ListNotificationTemplateRevisionsRequest request,
      StreamObserver<ListNotificationTemplateRevisionsResponse> observer) {
    Unary.answer(observer, () -> templates.revisions(request));
  }

  @Override
  public void unsubscribe(
      UnsubscribeRequest request, StreamObserver<UnsubscribeResponse> observer) {
    Unary.answer(observer, () -> unsubscribing.unsubscribe(request));
  }
}

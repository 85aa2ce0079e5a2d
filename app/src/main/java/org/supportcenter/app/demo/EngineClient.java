package org.supportcenter.app.demo;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import org.supportcenter.v1.AccessServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.CustomerServiceGrpc;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.TechnicianServiceGrpc;

/** The engine as seen by the holder of one API key. */
public final class EngineClient implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  private final ManagedChannel connection;
  private final Channel channel;

  private EngineClient(ManagedChannel connection, Channel channel) {
    this.connection = connection;
    this.channel = channel;
  }

  /**
   * Opens a connection.
   *
   * @param engine host and port
   * @param apiKey whose rights every call has
   */
  public static EngineClient open(String engine, String apiKey) {
    var connection = Grpc.newChannelBuilder(engine, InsecureChannelCredentials.create()).build();
    var headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + apiKey);
    return new EngineClient(
        connection,
        ClientInterceptors.intercept(
            connection,
            MetadataUtils.newAttachHeadersInterceptor(headers),
            new DeadlineInterceptor(LONGEST_CALL)));
  }

  /** API keys. */
  public AccessServiceGrpc.AccessServiceBlockingStub access() {
    return AccessServiceGrpc.newBlockingStub(channel);
  }

  /** Appointments. */
  public AppointmentServiceGrpc.AppointmentServiceBlockingStub appointments() {
    return AppointmentServiceGrpc.newBlockingStub(channel);
  }

  /** Free times. */
  public AvailabilityServiceGrpc.AvailabilityServiceBlockingStub availability() {
    return AvailabilityServiceGrpc.newBlockingStub(channel);
  }

  /** Customers. */
  public CustomerServiceGrpc.CustomerServiceBlockingStub customers() {
    return CustomerServiceGrpc.newBlockingStub(channel);
  }

  /** The tenant's settings. */
  public SettingsServiceGrpc.SettingsServiceBlockingStub settings() {
    return SettingsServiceGrpc.newBlockingStub(channel);
  }

  /** Technicians. */
  public TechnicianServiceGrpc.TechnicianServiceBlockingStub technicians() {
    return TechnicianServiceGrpc.newBlockingStub(channel);
  }

  @Override
  public void close() {
    connection.shutdownNow();
  }
}

package org.supportcenter.bench;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.util.UUID;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.supportcenter.v1.CreateAppointmentRequest;

/** Books over gRPC on a connection shared by all callers, as a real client's stubs do. */
final class GrpcBooker implements Booker {

  private final AppointmentServiceBlockingStub stub;

  GrpcBooker(ManagedChannel channel, String key) {
    var headers = new Metadata();
    headers.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), key);
    stub =
        AppointmentServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  static ManagedChannel channel(String address) {
    return NettyChannelBuilder.forTarget(address).usePlaintext().directExecutor().build();
  }

  @Override
  public void book(Visit visit) throws IOException {
    try {
      stub.createAppointment(
          CreateAppointmentRequest.newBuilder()
              .setAppointment(
                  Appointment.newBuilder()
                      .setTechnician(visit.technician())
                      .setCustomer(visit.customer())
                      .setStartTime(
                          Timestamp.newBuilder().setSeconds(visit.start().getEpochSecond())))
              .setRequestId(UUID.randomUUID().toString())
              .build());
    } catch (StatusRuntimeException e) {
      throw new IOException(e.getStatus().toString(), e);
    }
  }

  @Override
  public void close() {}
}

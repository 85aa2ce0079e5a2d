package org.supportcenter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Timestamp;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.ListAppointmentsResponse;

/** All visits of a time, page after page, as a browser's calendar reads them. */
final class Month {

  private static final int PAGE_SIZE = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A flag and the length of the message. */
  private static final int FRAME_HEAD = 5;

  private final String gateway;
  private final String key;
  private final Instant from;
  private final Instant to;

  Month(String gateway, String key, Instant from, Instant to) {
    this.gateway = gateway;
    this.key = key;
    this.from = from;
    this.to = to;
  }

  /** Reads it over REST; how many bytes came. */
  long asJson() throws IOException {
    long bytes = 0;
    var token = "";
    do {
      var page = jsonPage(token);
      bytes += page.length;
      token = nextToken(JSON.readTree(page));
    } while (!token.isEmpty());
    return bytes;
  }

  private static String nextToken(JsonNode page) {
    return page.path("nextPageToken").asText("");
  }

  private byte[] jsonPage(String token) throws IOException {
    var connection =
        open(
            "/v1/appointments?pageSize=%d&orderBy=startTime&startTime=%s&endTime=%s&pageToken=%s"
                .formatted(PAGE_SIZE, from, to, URLEncoder.encode(token, StandardCharsets.UTF_8)));
    return answer(connection);
  }

  /** Reads it over gRPC-Web; how many bytes came. */
  long overGrpcWeb() throws IOException {
    long bytes = 0;
    var token = "";
    do {
      var connection = open("/supportcenter.v1.AppointmentService/ListAppointments");
      connection.setDoOutput(true);
      connection.setRequestProperty("content-type", "application/grpc-web+proto");
      try (var out = connection.getOutputStream()) {
        out.write(frame(request(token).toByteArray()));
      }
      var answer = answer(connection);
      bytes += answer.length;
      token = message(answer).getNextPageToken();
    } while (!token.isEmpty());
    return bytes;
  }

  private ListAppointmentsRequest request(String token) {
    return ListAppointmentsRequest.newBuilder()
        .setPageSize(PAGE_SIZE)
        .setOrderBy("startTime")
        .setStartTime(Timestamp.newBuilder().setSeconds(from.getEpochSecond()))
        .setEndTime(Timestamp.newBuilder().setSeconds(to.getEpochSecond()))
        .setPageToken(token)
        .build();
  }

  private static byte[] frame(byte[] message) throws IOException {
    var framed = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(framed)) {
      out.writeByte(0);
      out.writeInt(message.length);
      out.write(message);
    }
    return framed.toByteArray();
  }

  private static ListAppointmentsResponse message(byte[] frames) throws IOException {
    var length = ByteBuffer.wrap(frames).getInt(1);
    return ListAppointmentsResponse.parser().parseFrom(frames, FRAME_HEAD, length);
  }

  private HttpURLConnection open(String path) throws IOException {
    var connection = (HttpURLConnection) URI.create(gateway + path).toURL().openConnection();
    connection.setRequestProperty("authorization", "Bearer " + key);
    return connection;
  }

  private static byte[] answer(HttpURLConnection connection) throws IOException {
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      try (var refusal = connection.getErrorStream()) {
        throw new IOException(
            refusal == null
                ? "HTTP " + connection.getResponseCode()
                : new String(refusal.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    try (var answer = connection.getInputStream()) {
      return answer.readAllBytes();
    }
  }
}

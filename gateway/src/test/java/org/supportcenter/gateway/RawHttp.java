package org.supportcenter.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** HTTP that no client library would send. */
final class RawHttp {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)\r\n");

  private RawHttp() {}

  static String send(int port, String method, String target, String headers) throws IOException {
    return send(
        port,
        method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  }

  /** Sends this and returns the answer, or all that comes back before the connection ends. */
  static String send(int port, String text) throws IOException {
    return send(port, text, text.length());
  }

  /** Sends this so many bytes at a time and returns the answer. */
  static String send(int port, String text, int piece) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.setTcpNoDelay(true);
      var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      for (var at = 0; at < bytes.length; at += piece) {
        var end = Math.min(bytes.length, at + piece);
        socket.getOutputStream().write(Arrays.copyOfRange(bytes, at, end));
      }
      return answer(socket.getInputStream());
    }
  }

  /** To the end of the body: the server waits some seconds for its client to hang up first. */
  private static String answer(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        return text.toString();
      }
      text.append((char) next);
    }
    var length = LENGTH.matcher(text);
    var body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
    return text + new String(body, StandardCharsets.UTF_8);
  }
}

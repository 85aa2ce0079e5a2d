package org.supportcenter.app.start;

import java.net.InetSocketAddress;
import org.supportcenter.app.console.Ports;

/** Where the parts listen. */
record Where(String host, int port, int enginePort) {

  /**
   * Makes sure that both can listen.
   *
   * @param port of the gateway; 0 takes a free one
   * @param enginePort of the engine; 0 takes a free one
   */
  static Where free(String host, int port, int enginePort) {
    Ports.requireFree(host, port, "--port");
    Ports.requireFree(host, enginePort, "--engine-port");
    return new Where(
        host,
        port == 0 ? Ports.anyFree(host) : port,
        enginePort == 0 ? Ports.anyFree(host) : enginePort);
  }

  /** Host and port of the gateway. */
  String gatewayAddress() {
    return reached(port);
  }

  /** Host and port of the engine. */
  String engineAddress() {
    return reached(enginePort);
  }

  /** How this machine reaches what listens there: a wildcard address is not one to connect to. */
  String reached(int port) {
    var wildcard = new InetSocketAddress(host, port).getAddress().isAnyLocalAddress();
    return (wildcard ? "127.0.0.1" : host) + ":" + port;
  }
}

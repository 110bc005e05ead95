package org.pitchwright.operations.payara;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import org.pitchwright.operations.console.OperatorException;

/**
 * Where the web interface listens.
 *
 * @param address host name or IP address to bind, {@code 0.0.0.0} for all
 * @param port TCP port, never 0
 */
public record Endpoint(String address, int port) {

  /**
   * Takes a port, or a free one for 0, and makes sure that nobody else listens there.
   *
   * @throws OperatorException when the port is in use or the address is not one of this machine
   */
  public static Endpoint reserve(String address, int port) {
    InetAddress host;
    try {
      host = InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new OperatorException(
          "The address '%s' of pitchwright.http.address is not known on this machine."
              .formatted(address),
          e);
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return new Endpoint(address, socket.getLocalPort());
    } catch (IOException e) {
      throw new OperatorException(
          "Port %d on %s is in use by another program or not allowed (%s). Stop that program, or choose another port with --http-port."
              .formatted(port, address, e.getMessage()),
          e);
    }
  }

  /** The address for a person's browser on this machine. */
  public String url() {
    return "http://%s:%d".formatted(reachesLoopback() ? "localhost" : address, port);
  }

  /** The address for programs on this machine. */
  public URI local() {
    return URI.create("http://%s:%d".formatted(reachesLoopback() ? "127.0.0.1" : address, port));
  }

  private boolean reachesLoopback() {
    return address.equals("0.0.0.0") || address.equals("127.0.0.1") || address.equals("localhost");
  }
}

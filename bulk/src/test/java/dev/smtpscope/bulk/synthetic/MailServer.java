package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;

/**
 * All mail servers of the synthetic internet at one port. Each begins when it is opened; where no
 * server refuses connections, one listens at every address of this machine from the start.
 */
final class MailServer {
  private final Loop loop;
  private final Internet internet;
  private final Credentials credentials;
  private final int port;

  MailServer(Loop loop, Internet internet, Credentials credentials, int port) throws IOException {
    this.loop = loop;
    this.internet = internet;
    this.credentials = credentials;
    InetAddress first =
        internet.refusals() == 0 ? InetAddress.ofLiteral("0.0.0.0") : internet.address(0);
    this.port = loop.listen(first, port, this::welcome);
  }

  int port() {
    return port;
  }

  /** Has the server at that address begin. */
  void open(InetAddress address) throws IOException {
    switch (internet.manner(internet.index(address))) {
      case REFUSING -> {}
      case DEAD -> bury(address);
      case WELL_BEHAVED, PLAIN, BUSY, REJECTING, RESETTING, SILENT, DRIPPING, STALLING ->
          loop.listen(address, port, this::welcome);
    }
  }

  private void welcome(Connection connection, InetAddress called) {
    new Visitor(connection, credentials, internet, internet.index(called)).welcome();
  }

  /** A socket whose queue is full. */
  private void bury(InetAddress address) throws IOException {
    ServerSocket full = new ServerSocket();
    loop.keep(full);
    full.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    full.bind(new InetSocketAddress(address, port), 1);
    for (int i = 0; i < 2; i++) {
      Socket caller = new Socket();
      loop.keep(caller);
      caller.connect(full.getLocalSocketAddress(), 1000);
    }
  }
}

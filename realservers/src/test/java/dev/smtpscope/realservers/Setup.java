package dev.smtpscope.realservers;

import java.net.InetAddress;

/** What a server is started with. */
record Setup(Scenario scenario, InetAddress address, Workspace workspace, Pki.Identity identity) {
  String ip() {
    return address.getHostAddress();
  }
}

package dev.smtpscope.realservers;

import java.net.InetAddress;

/**
 * What a server is started with.
 *
 * @param good what advised lines mean where they name a key and certificate
 */
record Setup(
    Scenario scenario,
    InetAddress address,
    Workspace workspace,
    Pki.Identity identity,
    Pki.Identity good,
    Advice advice) {
  String ip() {
    return address.getHostAddress();
  }
}

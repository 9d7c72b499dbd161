package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;

/**
 * Opens each server when its address is named for the first time: listeners at all addresses at
 * once would be more open files than many systems allow. Safe for all threads.
 *
 * @param https the port of the policy hosts
 */
record Openings(
    Internet internet, MailServer mail, PolicyServer policies, int https, Set<InetAddress> opened) {

  Openings(Internet internet, MailServer mail, PolicyServer policies, int https) {
    this(internet, mail, policies, https, new HashSet<>());
  }

  void named(InetAddress address) {
    synchronized (opened) {
      try {
        if (opened.add(address)) {
          open(address);
        }
      } catch (IOException e) {
        System.err.println("cannot listen at " + address.getHostAddress() + ": " + e.getMessage());
      }
    }
  }

  private void open(InetAddress address) throws IOException {
    if (internet.isPolicyHost(address)) {
      policies.open(address, https);
    } else {
      mail.open(address);
    }
  }
}

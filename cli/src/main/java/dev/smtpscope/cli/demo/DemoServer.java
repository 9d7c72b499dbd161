package dev.smtpscope.cli.demo;

import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.testkit.Personality;

/**
 * One server of the demo.
 *
 * @param service the port it stands for; it listens on a free one
 * @param about what is wrong with it, if anything
 */
record DemoServer(HostName host, Service service, String about, Personality personality) {
  /** The first label of its name, by which the user picks it. */
  String id() {
    return host.labels().getFirst();
  }
}

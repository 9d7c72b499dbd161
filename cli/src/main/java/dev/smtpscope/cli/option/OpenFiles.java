package dev.smtpscope.cli.option;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.probe.dns.ValidatingDnsClient;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * How many files and connections this process may have open.
 *
 * @param most together
 */
record OpenFiles(long most) {
  /** For the results and the program itself. */
  private static final int OTHERS = 500;

  /** What the system allows. */
  static OpenFiles limit() {
    return new OpenFiles(
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            ? system.getMaxFileDescriptorCount()
            : Long.MAX_VALUE);
  }

  /** How many questions to resolvers to have under way: as many as are of use, or a quarter. */
  int questions() {
    return Math.clamp(most / 4, 1, ValidatingDnsClient.MOST_AT_ONCE);
  }

  /** How many connections to have: as many as were asked for, else {@code usual} or fewer. */
  int connections(Optional<Integer> asked, int usual) {
    asked
        .filter(number -> needed(number) > most)
        .ifPresent(number -> {
          throw new UsageException(
              "--in-flight "
                  + number
                  + " needs "
                  + needed(number)
                  + " open files, and the system allows "
                  + most
                  + "; ask for fewer, or raise it with ulimit -n");
        });
    return asked.orElseGet(() -> Math.clamp(most - needed(0), 1, usual));
  }

  private long needed(long connections) {
    return connections + questions() + OTHERS;
  }
}

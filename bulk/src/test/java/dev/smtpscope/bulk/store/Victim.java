package dev.smtpscope.bulk.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A scan in a process of its own, to be killed. It says so when the folder is open. */
final class Victim {
  static final int TARGETS = 20_000;
  static final int SERVERS = 500;

  private Victim() {}

  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    Opening opening = new Opening(output, Disk.LOCAL, new Pace(Duration.ofMillis(20), 100));
    try (ScanFolder folder = args[1].equals("begin") ? opening.begin("v") : opening.resume("v")) {
      System.out.println("open");
      scan(folder);
      folder.publication().complete();
    }
  }

  private static void scan(ScanFolder folder) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < TARGETS; i++) {
        int number = i;
        if (!folder.isDone(Things.target(number))) {
          all.add(
              threads.submit(() -> {
                one(folder, number);
                return number;
              }));
        }
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static void one(ScanFolder folder, int number) throws ScanFolderException {
    int server = number % SERVERS;
    if (folder.probes().find(Things.endpoint(server), Optional.empty()).isEmpty()) {
      folder.probes().add(Things.facts(server), Optional.empty());
    }
    Things.add(folder, number);
  }
}

package dev.smtpscope;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channel;
import java.time.Clock;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What code does when it reaches out of its own memory, told from its compiled form. */
final class WorldAccess {
  static final DescribedPredicate<JavaClass> SOCKETS_FILES_CLOCKS_THREADS =
      assignableTo(Socket.class)
          .or(assignableTo(ServerSocket.class))
          .or(assignableTo(DatagramSocket.class))
          .or(assignableTo(Channel.class))
          .or(assignableTo(Clock.class))
          .or(assignableTo(Thread.class))
          .or(assignableTo(Executor.class))
          .or(resideInAnyPackage("java.nio.file..", "java.net.http..", "javax.net.."))
          .or(nameMatching("java\\.io\\.(File.*|RandomAccessFile)"))
          .as("sockets, files, clocks or threads");

  static final DescribedPredicate<JavaAccess<?>> CLOCK_READING =
      named("now")
          .and(targetOwner(resideInAPackage("java.time..")))
          .or(named("currentTimeMillis|nanoTime").and(targetOwner(belongToAnyOf(System.class))))
          .as("the clock is read");

  static final DescribedPredicate<JavaAccess<?>> NAME_LOOKUP =
      named("getByName|getAllByName|getLocalHost|getHostName|getCanonicalHostName|isReachable")
          .and(targetOwner(assignableTo(InetAddress.class)))
          .as("names are looked up");

  static final DescribedPredicate<JavaAccess<?>> THREAD_START =
      named("<init>|start|startVirtualThread|ofVirtual|ofPlatform")
          .and(targetOwner(assignableTo(Thread.class)))
          .or(named("new.*").and(targetOwner(belongToAnyOf(Executors.class))))
          .or(named(".*Async").and(targetOwner(belongToAnyOf(CompletableFuture.class))))
          .or(named("<init>").and(targetOwner(belongToAnyOf(Timer.class))))
          .or(named("parallel|parallelStream").and(targetOwner(resideInAPackage("java.util.."))))
          .as("threads are started");

  private WorldAccess() {}

  private static DescribedPredicate<JavaAccess<?>> named(String regex) {
    return target(nameMatching(regex));
  }
}

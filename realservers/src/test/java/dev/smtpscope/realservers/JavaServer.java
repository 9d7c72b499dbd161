package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.subethamail.smtp.server.SMTPServer;

/**
 * SubEthaSMTP in this process, with STARTTLS on port 25 of an address of its own, and with the TLS
 * of any provider.
 */
final class JavaServer implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SMTPServer server;
  private final InetAddress address;

  private JavaServer(SMTPServer server, InetAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * @param provider of TLS; empty for the JDK's own
   * @param settings of the socket of each connection
   * @throws Unavailable when this machine lacks something that it needs
   */
  static JavaServer start(
      Optional<Provider> provider, List<Certificate> certificates, Consumer<SSLSocket> settings) {
    RunningServer.requireRoot();
    SSLContext context = context(provider, certificates);
    InetAddress address = Loopback.free();
    SMTPServer server =
        new SMTPServer.Builder()
            .bindAddress(address)
            .port(25)
            .hostName(Pki.HOST)
            .enableTLS()
            .startTlsSocketFactory(plain -> layered(context, plain, settings))
            .build();
    server.start();
    return new JavaServer(server, address);
  }

  private static SSLSocket layered(SSLContext context, Socket plain, Consumer<SSLSocket> settings)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
    socket.setUseClientMode(false);
    settings.accept(socket);
    return socket;
  }

  InetAddress address() {
    return address;
  }

  private static SSLContext context(Optional<Provider> provider, List<Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      for (Certificate certificate : certificates) {
        add(store, certificate);
      }
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      SSLContext context =
          provider.isPresent()
              ? SSLContext.getInstance("TLS", provider.get())
              : SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(KeyStore to, Certificate certificate)
      throws GeneralSecurityException, IOException {
    String alias = certificate.name().toLowerCase(Locale.ROOT);
    KeyStore one = KeyStore.getInstance("PKCS12");
    Path file = bundle(RealServers.pki().identity(certificate), alias);
    try (InputStream in = Files.newInputStream(file)) {
      one.load(in, PASSWORD);
    }
    Files.delete(file);
    to.setKeyEntry(alias, one.getKey(alias, PASSWORD), PASSWORD, one.getCertificateChain(alias));
  }

  private static Path bundle(Pki.Identity identity, String alias) {
    try {
      Path file = Files.createTempFile("smtpscope-", ".p12");
      Command.of(
              "openssl",
              "pkcs12",
              "-export",
              "-name",
              alias,
              "-in",
              identity.chain().toString(),
              "-inkey",
              identity.key().toString(),
              "-out",
              file.toString(),
              "-passout",
              "pass:" + new String(PASSWORD))
          .succeed();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}

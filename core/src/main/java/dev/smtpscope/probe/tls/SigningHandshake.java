package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.ProtocolVersion;

/**
 * A handshake of TLS 1.3 for the sake of the server's certificates and signature, which are
 * encrypted there.
 *
 * @param schemes that the server may sign the handshake with
 */
public record SigningHandshake(List<Integer> schemes, Optional<String> sni) {
  private static final int CLOSE_NOTIFY = 0;

  public SigningHandshake {
    schemes = List.copyOf(schemes);
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Signed(SignatureScheme scheme, List<PeerCertificate> certificates) implements Outcome {
      public Signed {
        certificates = List.copyOf(certificates);
      }
    }

    record Refused(TlsAlert alert) implements Outcome {}

    /** Neither: the handshake broke. */
    record Broken() implements Outcome {}
  }

  /** The codes of all schemes that it can verify, the strong first. */
  public static List<Integer> all() {
    return Offer.signaturesOfTls13();
  }

  /** Shakes hands. */
  public Outcome perform(Wire wire, Deadline deadline) {
    Observations observations = new Observations();
    wire.until(deadline);
    HandshakeInput input = new HandshakeInput(wire.rawInput());
    RecordingProtocol protocol = new RecordingProtocol(input, wire.rawOutput(), observations);
    try {
      protocol.connect(new Signee(observations));
      protocol.close();
    } catch (IOException e) {
      // what was noted until then tells
    }
    return outcome(observations);
  }

  private static Outcome outcome(Observations seen) {
    if (seen.signature.isPresent() && !seen.certificates.isEmpty()) {
      return new Outcome.Signed(seen.signature.get(), seen.certificates);
    }
    return seen.alertReceived
        .filter(alert -> alert.code() != CLOSE_NOTIFY)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(Outcome.Broken::new);
  }

  /** Certificates may be signed with whatever there is. */
  @SuppressWarnings("JdkObsolete") // the library speaks Vector
  private final class Signee extends RecordingClient {
    Signee(Observations observations) {
      super(sni, observations);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv13.only();
    }

    @Override
    protected Vector<?> getSupportedSignatureAlgorithms() {
      return new Vector<>(Offer.signatureAlgorithms(schemes));
    }

    @Override
    protected Vector<?> getSupportedSignatureAlgorithmsCert() {
      return new Vector<>(Offer.signatureAlgorithms());
    }
  }
}

package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.text.Words;
import java.util.List;

/** The certificates are not sent in the order of issue. */
public final class CertificateChainOrder extends LeafCheck {
  public CertificateChainOrder() {
    super(
        "certificate-chain-order",
        "Are the certificates sent in the order of issue?",
        Remedies.install(
            "Put the server's certificate first in the file, then the one that issued it, and so"
                + " on."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    List<Integer> order =
        context.path().map(Paths::links).orElseGet(List::of).stream()
            .map(PathVerdict.Link::position)
            .filter(position -> position >= 0)
            .toList();
    return order.equals(order.stream().sorted().toList())
        ? Judgement.pass()
        : chainFinding(Severity.NOTICE, context)
            .title("the certificates are not sent in the order of issue")
            .evidence(Paths.sent(context).stream().map(CertificateChainOrder::line).toList())
            .evidence("in order of issue they are " + inOrder(order))
            .why(
                "TLS 1.2 asks for this order. Many clients sort the certificates themselves; strict"
                    + " ones find no path.")
            .see(Reference.rfc(5246, "7.4.2"), Reference.rfc(8446, "4.4.2"))
            .fail();
  }

  private static String line(Paths.Sent sent) {
    return "#" + sent.position() + " " + sent.details().subject();
  }

  private static String inOrder(List<Integer> order) {
    return Words.list(order.stream().map(position -> "#" + position).toList());
  }
}

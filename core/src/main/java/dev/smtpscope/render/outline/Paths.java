package dev.smtpscope.render.outline;

import dev.smtpscope.judge.pki.PathVerdict;
import java.util.ArrayList;
import java.util.List;

/** The path that was built from the leaf on, and where it ends. */
public final class Paths {
  private Paths() {}

  static Block section(PathVerdict path, String anchors) {
    List<Block> blocks = new ArrayList<>();
    List<PathVerdict.Link> links = links(path);
    if (!links.isEmpty()) {
      blocks.add(new Block.Bullets(links.stream().map(Paths::link).toList()));
    }
    blocks.add(new Block.Paragraph(end(path, anchors)));
    return new Block.Section("Path to a trusted root", blocks);
  }

  /** The path as far as it goes, leaf first. */
  public static List<PathVerdict.Link> links(PathVerdict path) {
    return switch (path) {
      case PathVerdict.Trusted(var links) -> links;
      case PathVerdict.Incomplete incomplete -> incomplete.path();
      case PathVerdict.UntrustedRoot(var links) -> links;
      case PathVerdict.Broken(var links, var reason) -> links;
      case PathVerdict.SelfSigned selfSigned -> List.of();
      case PathVerdict.Unreadable unreadable -> List.of();
    };
  }

  /** Where the path ends, in a sentence. */
  public static String end(PathVerdict path, String anchors) {
    return switch (path) {
      case PathVerdict.Trusted trusted -> "Ends in a root of the " + anchors + ".";
      case PathVerdict.SelfSigned selfSigned -> "None: the certificate is signed by its own key.";
      case PathVerdict.Incomplete incomplete ->
          "Ends here: the certificate of "
              + incomplete.missingIssuer()
              + " was not sent and is not in the "
              + anchors
              + ".";
      case PathVerdict.UntrustedRoot untrusted ->
          "Ends in a root that is not in the " + anchors + ".";
      case PathVerdict.Broken(var links, var reason) -> "Broken: " + reason + ".";
      case PathVerdict.Unreadable unreadable -> "None: the server's certificate can't be read.";
    };
  }

  private static String link(PathVerdict.Link link) {
    return link.subject()
        + (link.position() < 0 ? " (root)" : " (sent as number " + (link.position() + 1) + ")");
  }
}

package dev.smtpscope.render.outline;

import dev.smtpscope.judge.pki.PathVerdict;
import java.util.ArrayList;
import java.util.List;

/** The path that was built from the leaf on, and where it ends. */
final class Paths {
  private Paths() {}

  static Block section(PathVerdict path, String anchors) {
    return new Block.Section(
        "Path to a trusted root",
        switch (path) {
          case PathVerdict.Trusted(var links) ->
              links(links, "Ends in a root of the " + anchors + ".");
          case PathVerdict.SelfSigned selfSigned ->
              links(List.of(), "None: the certificate is signed by its own key.");
          case PathVerdict.Incomplete incomplete ->
              links(
                  incomplete.path(),
                  "Ends here: the certificate of "
                      + incomplete.missingIssuer()
                      + " was not sent and is not in the "
                      + anchors
                      + ".");
          case PathVerdict.UntrustedRoot(var links) ->
              links(links, "Ends in a root that is not in the " + anchors + ".");
          case PathVerdict.Broken(var links, var reason) -> links(links, "Broken: " + reason + ".");
          case PathVerdict.Unreadable unreadable ->
              links(List.of(), "None: the server's certificate can't be read.");
        });
  }

  private static List<Block> links(List<PathVerdict.Link> links, String end) {
    List<Block> blocks = new ArrayList<>();
    if (!links.isEmpty()) {
      blocks.add(new Block.Bullets(links.stream().map(Paths::link).toList()));
    }
    blocks.add(new Block.Paragraph(end));
    return blocks;
  }

  private static String link(PathVerdict.Link link) {
    return link.subject()
        + (link.position() < 0 ? " (root)" : " (sent as number " + (link.position() + 1) + ")");
  }
}

package dev.smtpscope.render.html;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ports of one server.
 *
 * @param host empty for the only one, which the page itself names
 * @param note of addresses that are with another host
 */
record PortGroup(String host, String note, List<CardView> cards) {
  static List<PortGroup> of(Report report, List<EndpointSummary> endpoints, Links links) {
    if (!report.facts().route().isDomain()) {
      return endpoints.isEmpty()
          ? List.of()
          : List.of(new PortGroup("", "", CardView.of(report, endpoints, links)));
    }
    Set<Endpoint> shown = new HashSet<>();
    List<PortGroup> groups = new ArrayList<>();
    for (MailHost host : report.facts().hosts()) {
      List<EndpointSummary> own =
          endpoints.stream()
              .filter(e -> host.has(e.facts().endpoint()) && shown.add(e.facts().endpoint()))
              .toList();
      groups.add(
          new PortGroup(host.label(), note(host, own.size()), CardView.of(report, own, links)));
    }
    return groups;
  }

  private static String note(MailHost host, int shown) {
    long all = host.endpoints().count();
    if (all == 0) {
      return "No address of it was tested.";
    }
    return shown == all ? "" : "It shares addresses with a host above, where they are shown.";
  }
}

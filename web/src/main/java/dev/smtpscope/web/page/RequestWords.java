package dev.smtpscope.web.page;

import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.web.check.CheckRequest;
import dev.smtpscope.web.check.ScanChoices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The words, by field, that ask for the same check again. */
final class RequestWords {
  private RequestWords() {}

  static Map<String, String> of(CheckRequest request) {
    Map<String, String> words = new LinkedHashMap<>(of(request.target()));
    ScanChoices choices = request.choices();
    words.putAll(of(choices.addresses()));
    choices.referenceName().ifPresent(name -> words.put("name", name.ascii()));
    choices.ehloName().ifPresent(name -> words.put("ehlo", name.value()));
    if (!choices.profile().equals("smtpscope")) {
      words.put("profile", choices.profile());
    }
    choices
        .tlsAudit()
        .ifPresent(depth -> words.put("tlsAudit", depth.name().toLowerCase(Locale.ROOT)));
    words.put("timeout", choices.timeout().toMillis() + "ms");
    return words;
  }

  static Map<String, String> of(Target target) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("target", target.input());
    Target usual = usual(target);
    if (target.meaning() != usual.meaning()) {
      words.put("as", target.meaning().id());
    }
    if (!ports(target.services()).equals(ports(usual.services()))
        || !ports(target.mxServices()).equals(ports(usual.mxServices()))) {
      words.put("ports", ports(target.services()));
    }
    target.services().forEach(s -> words.putAll(of(s, usual.services(), Service::onPort)));
    target.mxServices().forEach(s -> words.putAll(of(s, usual.mxServices(), Service::onMxPort)));
    return words;
  }

  private static Map<String, String> of(
      Service service, List<Service> usually, IntFunction<Service> on) {
    Map<String, String> words = new LinkedHashMap<>();
    Service usual =
        usually.stream()
            .filter(other -> other.port() == service.port())
            .findFirst()
            .orElseGet(() -> on.apply(service.port()));
    if (service.role() != usual.role()) {
      words.put("role", service.role().id());
    }
    if (service.tls() != usual.tls()) {
      words.put("tls", service.tls().id());
    }
    return words;
  }

  private static Map<String, String> of(AddressFilter addresses) {
    Map<String, String> words = new LinkedHashMap<>();
    switch (addresses.family()) {
      case ANY -> {}
      case V4 -> words.put("family", "4");
      case V6 -> words.put("family", "6");
    }
    addresses.only().ifPresent(only -> words.put("address", only.getHostAddress()));
    return words;
  }

  private static Target usual(Target target) {
    try {
      return new TargetParser(TargetParser.Overrides.NONE).parse(target.input());
    } catch (InvalidTargetException e) {
      return target;
    }
  }

  private static String ports(List<Service> services) {
    return services.stream().map(s -> Integer.toString(s.port())).collect(Collectors.joining(","));
  }
}

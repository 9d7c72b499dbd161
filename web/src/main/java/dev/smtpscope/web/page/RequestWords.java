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
import java.util.Map;
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
    words.put("timeout", choices.timeout().toMillis() + "ms");
    return words;
  }

  static Map<String, String> of(Target target) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("target", target.input());
    List<Service> services = target.services();
    if (!services.equals(usual(target.input()))) {
      words.put("ports", ports(services));
      services.stream()
          .filter(s -> s.role() != Service.onPort(s.port()).role())
          .findFirst()
          .ifPresent(s -> words.put("role", s.role().id()));
      services.stream()
          .filter(s -> s.tls() != Service.onPort(s.port()).tls())
          .findFirst()
          .ifPresent(s -> words.put("tls", s.tls().id()));
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

  private static List<Service> usual(String input) {
    try {
      return new TargetParser(TargetParser.Overrides.NONE).parse(input).services();
    } catch (InvalidTargetException e) {
      return List.of();
    }
  }

  private static String ports(List<Service> services) {
    return services.stream().map(s -> Integer.toString(s.port())).collect(Collectors.joining(","));
  }
}

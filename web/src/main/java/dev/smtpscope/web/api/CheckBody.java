package dev.smtpscope.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The JSON that asks for a check; the words are those of the query. */
record CheckBody(
    String target,
    Optional<List<Integer>> ports,
    Optional<String> role,
    Optional<String> tls,
    Optional<String> family,
    Optional<String> address,
    Optional<Integer> maxAddresses,
    Optional<String> sni,
    Optional<String> name,
    Optional<String> ehlo,
    Optional<String> timeout,
    Optional<String> profile,
    Optional<String> tlsAudit) {

  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("target", target);
    ports.ifPresent(list -> words.put("ports", joined(list)));
    role.ifPresent(word -> words.put("role", word));
    tls.ifPresent(word -> words.put("tls", word));
    family.ifPresent(word -> words.put("family", word));
    address.ifPresent(word -> words.put("address", word));
    maxAddresses.ifPresent(number -> words.put("maxAddresses", String.valueOf(number)));
    sni.ifPresent(word -> words.put("sni", word));
    name.ifPresent(word -> words.put("name", word));
    ehlo.ifPresent(word -> words.put("ehlo", word));
    timeout.ifPresent(word -> words.put("timeout", word));
    profile.ifPresent(word -> words.put("profile", word));
    tlsAudit.ifPresent(word -> words.put("tlsAudit", word));
    return words;
  }

  private static String joined(List<Integer> ports) {
    return ports.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}

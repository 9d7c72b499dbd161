package dev.smtpscope.bulk.polite;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/** One line of an exclusion list, without its comment. */
record ExclusionLine(int number, String text) {
  private static final int SHOWN = 60;

  void addTo(Set<Network> networks, Set<String> names) throws InvalidExclusionException {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isPresent()) {
      int most = address.get().getAddress().length * 8;
      networks.add(Network.of(address.get(), slash < 0 ? most : bits(slash + 1, most)));
    } else {
      names.add(name().ascii());
    }
  }

  private int bits(int at, int most) throws InvalidExclusionException {
    String digits = text.substring(at);
    int bits = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : most + 1;
    if (bits > most) {
      throw wrong("the length of a network's prefix is 0 to " + most);
    }
    return bits;
  }

  private HostName name() throws InvalidExclusionException {
    String bare = text.replaceFirst("^(\\*?\\.)", "");
    try {
      Host host = new TargetParser(TargetParser.Overrides.NONE).parse(bare).host();
      if (host instanceof Host.Name(HostName name) && !bare.matches(".*[:/@].*")) {
        return name;
      }
    } catch (InvalidTargetException e) {
      // told below in words that fit
    }
    throw wrong("write 192.0.2.0/24, 2001:db8::/32, an address or example.org");
  }

  private InvalidExclusionException wrong(String right) {
    return new InvalidExclusionException(
        "line "
            + number
            + ": '"
            + Words.shortened(Visible.ofText(text), SHOWN)
            + "' is no network and no name; "
            + right);
  }
}

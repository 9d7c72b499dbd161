package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.text.Visible;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** The library's records and names as facts, and back. */
final class RecordReader {
  private RecordReader() {}

  static RecordData read(Record data) {
    return switch (data) {
      case ARecord a -> new RecordData.Address(a.getAddress());
      case AAAARecord a -> new RecordData.Address(a.getAddress());
      case CNAMERecord c -> new RecordData.Cname(name(c.getTarget()));
      case PTRRecord p -> new RecordData.Ptr(name(p.getTarget()));
      case MXRecord m -> new RecordData.Mx(m.getPriority(), name(m.getTarget()));
      case SRVRecord s ->
          new RecordData.Srv(s.getPriority(), s.getWeight(), s.getPort(), name(s.getTarget()));
      case TXTRecord t -> text(t.getStringsAsByteArrays());
      case TLSARecord t ->
          new RecordData.Tlsa(
              t.getCertificateUsage(),
              t.getSelector(),
              t.getMatchingType(),
              HexFormat.of().formatHex(t.getCertificateAssociationData()));
      default -> new RecordData.Malformed(Visible.ofText(data.rdataToString()));
    };
  }

  private static RecordData text(List<byte[]> strings) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    strings.forEach(joined::writeBytes);
    return new RecordData.Txt(
        Visible.of(joined.toByteArray()), strings.stream().map(Visible::of).toList());
  }

  static DnsName name(Name name) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < name.labels() - 1; i++) {
      byte[] label = name.getLabel(i);
      labels.add(new String(label, 1, label.length - 1, StandardCharsets.ISO_8859_1));
    }
    return DnsName.ofLabels(labels);
  }

  static Name name(DnsName name) {
    try {
      return Name.fromString(name.text(), Name.root);
    } catch (TextParseException e) {
      throw new IllegalStateException("a valid name: " + name, e);
    }
  }
}

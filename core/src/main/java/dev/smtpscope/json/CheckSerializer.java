package dev.smtpscope.json;

import dev.smtpscope.json.DocumentView.CheckView;
import dev.smtpscope.json.DocumentView.SubjectView;
import dev.smtpscope.target.Addresses;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes checks by hand: each report has a hundred, which are most of its fields. */
final class CheckSerializer extends StdSerializer<CheckView> {
  private static final SerializableString CHECK = new SerializedString("check");
  private static final SerializableString SUBJECT = new SerializedString("subject");
  private static final SerializableString DOMAIN = new SerializedString("domain");
  private static final SerializableString HOST = new SerializedString("host");
  private static final SerializableString ADDRESS = new SerializedString("address");
  private static final SerializableString PORT = new SerializedString("port");
  private static final SerializableString ROLE = new SerializedString("role");
  private static final SerializableString OUTCOME = new SerializedString("outcome");
  private static final SerializableString WHY = new SerializedString("why");

  CheckSerializer() {
    super(CheckView.class);
  }

  @Override
  public void serialize(CheckView check, JsonGenerator out, SerializationContext context) {
    out.writeStartObject();
    out.writeName(CHECK).writeString(check.check());
    out.writeName(SUBJECT).writeStartObject();
    write(check.subject(), out);
    out.writeEndObject();
    out.writeName(OUTCOME).writeString(check.outcome());
    check.why().ifPresent(why -> out.writeName(WHY).writeString(why));
    out.writeEndObject();
  }

  private static void write(SubjectView subject, JsonGenerator out) {
    subject.domain().ifPresent(domain -> out.writeName(DOMAIN).writeString(domain));
    subject.host().ifPresent(host -> out.writeName(HOST).writeString(host));
    subject.address().ifPresent(a -> out.writeName(ADDRESS).writeString(Addresses.text(a)));
    subject.port().ifPresent(port -> out.writeName(PORT).writeNumber(port));
    subject.role().ifPresent(role -> out.writeName(ROLE).writeString(Names.constant(role)));
  }
}

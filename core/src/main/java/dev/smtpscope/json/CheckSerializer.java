package dev.smtpscope.json;

import dev.smtpscope.json.DocumentView.CheckView;
import dev.smtpscope.json.DocumentView.SubjectView;
import dev.smtpscope.target.Addresses;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes checks by hand: each report has a hundred, which are most of its fields. */
final class CheckSerializer extends StdSerializer<CheckView> {
  CheckSerializer() {
    super(CheckView.class);
  }

  @Override
  public void serialize(CheckView check, JsonGenerator out, SerializationContext context) {
    out.writeStartObject();
    out.writeStringProperty("check", check.check());
    out.writeName("subject");
    write(check.subject(), out);
    out.writeStringProperty("outcome", check.outcome());
    check.why().ifPresent(why -> out.writeStringProperty("why", why));
    out.writeEndObject();
  }

  private static void write(SubjectView subject, JsonGenerator out) {
    out.writeStartObject();
    subject.domain().ifPresent(domain -> out.writeStringProperty("domain", domain));
    subject.host().ifPresent(host -> out.writeStringProperty("host", host));
    subject.address().ifPresent(a -> out.writeStringProperty("address", Addresses.text(a)));
    subject.port().ifPresent(port -> out.writeNumberProperty("port", port));
    subject.role().ifPresent(role -> out.writeStringProperty("role", Names.constant(role)));
    out.writeEndObject();
  }
}

package dev.smtpscope.json;

import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a file, in one line. */
final class Complaint {
  private static final int LONGEST = 200;

  private Complaint() {}

  static String about(JacksonException e) {
    String path = path(e.getPath());
    return where(e.getLocation()) + (path.isEmpty() ? "" : path + ": ") + what(e);
  }

  /** The outermost field to blame; empty if it is the whole. */
  static String field(JacksonException e) {
    return e.getPath().stream()
        .findFirst()
        .map(JacksonException.Reference::getPropertyName)
        .map(Complaint::visible)
        .orElse("");
  }

  private static String where(TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  private static String path(List<JacksonException.Reference> steps) {
    String path =
        steps.stream()
            .map(s ->
                s.getPropertyName() == null ? "[" + s.getIndex() + "]" : "." + s.getPropertyName())
            .collect(Collectors.joining());
    return visible(path.startsWith(".") ? path.substring(1) : path);
  }

  private static String what(JacksonException e) {
    return switch (e) {
      case BadValue bad -> visible(bad.getOriginalMessage());
      case StreamConstraintsException tooMuch -> "larger or deeper than what is read here";
      case StreamReadException syntax -> "not valid JSON: " + firstSentence(syntax);
      case InvalidTypeIdException unknown -> unknownType(unknown);
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case InvalidFormatException format -> unknownValue(format);
      case ValueInstantiationException bad -> reason(bad);
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default -> "not what is expected here";
    };
  }

  private static String unknownType(InvalidTypeIdException e) {
    Class<?> base = e.getBaseType().getRawClass();
    String known =
        Stream.of(base.isSealed() ? base.getPermittedSubclasses() : new Class<?>[0])
            .map(Names::variant)
            .collect(Collectors.joining(", "));
    return e.getTypeId() == null
        ? "the field \"type\" is missing; it is one of " + known
        : "'" + visible(e.getTypeId()) + "' is none of " + known;
  }

  private static String unknownField(UnrecognizedPropertyException e) {
    return "there is no such field; known are "
        + e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String unknownValue(InvalidFormatException e) {
    Class<?> type = e.getTargetType();
    String value = "'" + visible(String.valueOf(e.getValue())) + "'";
    return type.isEnum()
        ? value
            + " is none of "
            + Stream.of(type.getEnumConstants())
                .map(c -> Names.constant((Enum<?>) c))
                .collect(Collectors.joining(", "))
        : value + " is not what is expected here";
  }

  private static String reason(ValueInstantiationException e) {
    return e.getCause() instanceof IllegalArgumentException cause
        ? visible(String.valueOf(cause.getMessage()))
        : "not what is expected here";
  }

  private static String mismatch(MismatchedInputException e) {
    String message = e.getOriginalMessage();
    return message.contains("reator property") || message.contains("map `null`")
        ? "a field is missing or null"
        : "another kind of value is expected";
  }

  private static String firstSentence(JacksonException e) {
    return visible(e.getOriginalMessage().lines().findFirst().orElse(""));
  }

  private static String visible(String text) {
    return Words.shortened(Visible.ofText(text), LONGEST);
  }
}

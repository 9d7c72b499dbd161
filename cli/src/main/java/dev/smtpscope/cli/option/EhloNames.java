package dev.smtpscope.cli.option;

import dev.smtpscope.probe.EhloName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a name for EHLO: a domain or an address literal. */
final class EhloNames implements ITypeConverter<EhloName> {
  @Override
  public EhloName convert(String value) {
    try {
      return value.startsWith("[")
          ? new EhloName(value)
          : EhloName.of(new Words.OfHostName().convert(value));
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw new TypeConversionException(
          "'" + value + "' is no name for EHLO; write mail.example.org or [192.0.2.1]");
    }
  }
}

package dev.smtpscope.judge;

import dev.smtpscope.judge.software.Product;
import dev.smtpscope.judge.software.Software;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a check's problem is put right: one advice for all, and the configuration of each product it
 * is known for. Immutable; {@code on} gives a new one.
 */
public final class Remedy {
  private final String advice;
  private final Map<Product, Fix.Configuration> configurations;

  private Remedy(String advice, Map<Product, Fix.Configuration> configurations) {
    this.advice = advice;
    this.configurations = configurations;
  }

  /** A remedy with advice alone. */
  public static Remedy of(String advice) {
    return new Remedy(advice, Map.of());
  }

  /**
   * This remedy with the lines for one product; {@code where} is the file or shell they belong in.
   */
  public Remedy on(Product product, String where, String... lines) {
    Map<Product, Fix.Configuration> more = new EnumMap<>(Product.class);
    more.putAll(configurations);
    more.put(product, new Fix.Configuration(product.label(), where, List.of(lines)));
    return new Remedy(advice, more);
  }

  /** The fix for the software that was detected. */
  public Fix fix(Optional<Software> software) {
    return new Fix(
        advice, software.flatMap(s -> Optional.ofNullable(configurations.get(s.product()))));
  }

  /** The configurations of all products. */
  public List<Fix.Configuration> all() {
    return List.copyOf(configurations.values());
  }
}

package dev.smtpscope.judge.software;

import dev.smtpscope.judge.software.Sign.Offers;
import dev.smtpscope.judge.software.Sign.Ordered;
import dev.smtpscope.judge.software.Sign.Reads;
import dev.smtpscope.judge.software.Sign.Says;
import dev.smtpscope.judge.software.Sign.Within;
import java.util.List;

/** A sign that points to a product. */
record Clue(Product product, Sign sign, Weight weight) {
  /** How much a clue bears. */
  enum Weight {
    /** The server states its product. */
    NAMES(100),
    /** Only this product says so. */
    OWN(70),
    /** Several traits in one, such as the order of many keywords. */
    STRONG(30),
    /** The product's habit, shared by few. */
    HABIT(15),
    /** Shared by many: bears only beside other clues. */
    HINT(6);

    private final int points;

    Weight(int points) {
      this.points = points;
    }

    int points() {
      return points;
    }
  }

  /** The greeting names the product; a version may follow. */
  static Clue names(Product product, String phrase) {
    return new Clue(product, new Says(Place.GREETING, phrase), Weight.NAMES);
  }

  static Clue says(Weight weight, Product product, Place place, String phrase) {
    return new Clue(product, new Says(place, phrase), weight);
  }

  static Clue reads(Weight weight, Product product, Place place, String template) {
    return new Clue(product, new Reads(place, List.of(template.split(" "))), weight);
  }

  static Clue within(Product product, String domain) {
    return new Clue(product, new Within(domain), Weight.OWN);
  }

  static Clue offers(Weight weight, Product product, String keyword) {
    return new Clue(product, new Offers(keyword), weight);
  }

  static Clue ordered(Weight weight, Product product, int atLeast, String sequence) {
    return new Clue(product, new Ordered(product, List.of(sequence.split(" ")), atLeast), weight);
  }
}

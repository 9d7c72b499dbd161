package dev.smtpscope.judge.software;

import static dev.smtpscope.judge.software.Product.AIOSMTPD;
import static dev.smtpscope.judge.software.Product.EXCHANGE;
import static dev.smtpscope.judge.software.Product.MICROSOFT_365;
import static dev.smtpscope.judge.software.Product.MICROSOFT_SMTP;
import static dev.smtpscope.judge.software.Product.PYTHON_SMTPD;

import java.util.List;

/** A product that shows itself as another one does, but for one more sign. */
record Variant(Product general, Product special, Sign sign) {
  static final List<Variant> ALL =
      List.of(
          new Variant(EXCHANGE, MICROSOFT_365, new Sign.Within("outlook.com")),
          new Variant(EXCHANGE, MICROSOFT_365, new Sign.Within("office365.com")),
          new Variant(EXCHANGE, MICROSOFT_365, new Sign.Within("office365.us")),
          new Variant(EXCHANGE, MICROSOFT_365, new Sign.Within("outlook.cn")),
          new Variant(AIOSMTPD, PYTHON_SMTPD, new Sign.Says(Place.GREETING, "Python SMTP proxy")),
          // Exchange 2000 and 2003 extend the SMTP service of Windows.
          new Variant(MICROSOFT_SMTP, EXCHANGE, new Sign.Offers("X-LINK2STATE")),
          new Variant(MICROSOFT_SMTP, EXCHANGE, new Sign.Offers("XEXCH50")));
}

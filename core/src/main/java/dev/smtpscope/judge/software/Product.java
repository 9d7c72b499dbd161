package dev.smtpscope.judge.software;

/** Mail server products that are told apart. */
public enum Product {
  POSTFIX("Postfix"),
  EXIM("Exim"),
  SENDMAIL("Sendmail"),
  OPENSMTPD("OpenSMTPD"),
  EXCHANGE("Microsoft Exchange"),
  MICROSOFT_365("Microsoft 365"),
  GOOGLE("Google"),
  HARAKA("Haraka"),
  JAMES("Apache James"),
  HMAILSERVER("hMailServer"),
  MAILENABLE("MailEnable"),
  COURIER("Courier"),
  QMAIL("qmail"),
  ZIMBRA("Zimbra"),
  PROOFPOINT("Proofpoint"),
  MIMECAST("Mimecast"),
  BARRACUDA("Barracuda"),
  CISCO_ESA("Cisco Secure Email"),
  CISCO_ASA("Cisco ASA inspection"),
  AMAZON_SES("Amazon SES"),
  SENDGRID("SendGrid"),
  MAILGUN("Mailgun");

  private final String label;

  Product(String label) {
    this.label = label;
  }

  /** The name as it stands in a sentence. */
  public String label() {
    return label;
  }
}

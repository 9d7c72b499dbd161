package dev.smtpscope.judge.software;

/** Mail server products and services that are told apart. */
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
  MAILGUN("Mailgun"),

  AIOSMTPD("aiosmtpd"),
  AXIGEN("Axigen"),
  CHASQUID("chasquid"),
  CITADEL("Citadel"),
  COMMUNIGATE("CommuniGate Pro"),
  DOMINO("HCL Domino"),
  DOVECOT("Dovecot submission"),
  GO_SMTP("go-smtp (Maddy and others)"),
  GREENMAIL("GreenMail"),
  GROUPWISE("GroupWise"),
  ICEWARP("IceWarp"),
  IMAIL("IMail"),
  KERIO("Kerio Connect"),
  KUMOMTA("KumoMTA"),
  MAILHOG("MailHog"),
  MAILPIT("Mailpit"),
  MAILSITE("MailSite"),
  MDAEMON("MDaemon"),
  MERCURY("Mercury"),
  MICROSOFT_SMTP("Microsoft SMTP Service"),
  MOMENTUM("Momentum"),
  MOX("mox"),
  NODEMAILER("Nodemailer smtp-server"),
  ORACLE("Oracle Communications Messaging Server"),
  POSTAL("Postal"),
  POWERMTA("PowerMTA"),
  PYTHON_SMTPD("Python smtpd"),
  QPSMTPD("qpsmtpd"),
  SMTP4DEV("smtp4dev"),
  STALWART("Stalwart"),
  SUBETHA("SubEthaSMTP"),
  SURGEMAIL("SurgeMail"),
  TWISTED("Twisted Mail"),
  XMAIL("XMail"),

  FIREWALL_1("Check Point FireWall-1"),
  FORCEPOINT("Forcepoint Email Security"),
  FORTIMAIL("FortiMail"),
  HORNETSECURITY("Hornetsecurity"),
  MAILMARSHAL("MailMarshal"),
  MESSAGELABS("Symantec Email Security.cloud"),
  SONICWALL("SonicWall Email Security"),
  SOPHOS("Sophos Email"),
  SPAMTITAN("SpamTitan"),
  SYMANTEC("Symantec Messaging Gateway"),
  TREND_MICRO("Trend Micro Email Security"),

  APPLE("iCloud Mail"),
  CLOUDFLARE("Cloudflare Email Routing"),
  COREMAIL("Coremail"),
  FASTMAIL("Fastmail"),
  IONOS("IONOS (GMX, WEB.DE, 1&1)"),
  MAIL_RU("Mail.ru"),
  OVH("OVHcloud Mail"),
  PROTON("Proton Mail"),
  QQ("QQ Mail"),
  RACKSPACE("Rackspace Email"),
  YAHOO("Yahoo Mail"),
  YANDEX("Yandex Mail"),
  ZOHO("Zoho Mail");

  private final String label;

  Product(String label) {
    this.label = label;
  }

  /** The name as it stands in a sentence. */
  public String label() {
    return label;
  }
}

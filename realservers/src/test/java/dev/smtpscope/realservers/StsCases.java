package dev.smtpscope.realservers;

import dev.smtpscope.judge.sender.Delivery;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import java.util.List;

/** Every way in which records, policies and certificates of MTA-STS may fit or not. */
final class StsCases {
  static final TestCa CA = TestCa.now("Sts", KeyType.EC_P256);

  /** An MX host whose certificate nobody trusts. */
  static final String SELF_SIGNED_MX = "self." + StsCase.ZONE;

  private static final String VERSION = "version: STSv1";
  private static final String ENFORCE = "mode: enforce";
  private static final String AGE = "max_age: 604800";

  private StsCases() {}

  static List<StsCase> all() {
    return List.of(
        enforce("enforce", Delivery.AUTHENTICATED, StsCase.MX),
        enforce("wildcard", Delivery.AUTHENTICATED, "*." + StsCase.ZONE),
        enforce("several", Delivery.AUTHENTICATED, "other.example.com\\r\\nmx: " + StsCase.MX),
        enforce("line-feeds", Delivery.AUTHENTICATED, StsCase.MX)
            .answer(
                "return 200 \"version: STSv1\\nmode: enforce\\nmx: mx.sts.example\\nmax_age: 86400\""),
        enforce("redirect-inside", Delivery.ENCRYPTED, StsCase.MX)
            .answer("return 301 https://mta-sts.enforce.sts.example" + StsCase.PATH)
            .reports(ResultType.STS_POLICY_FETCH_ERROR),
        enforce("not-found", Delivery.ENCRYPTED, StsCase.MX)
            .answer("return 404")
            .reports(ResultType.STS_POLICY_FETCH_ERROR),
        enforce("plain-http", Delivery.ENCRYPTED, StsCase.MX)
            .withoutTls()
            .reports(ResultType.STS_POLICY_FETCH_ERROR),
        enforce("other-name", Delivery.ENCRYPTED, StsCase.MX)
            .certificate(CA.server("www.sts.example"))
            .reports(ResultType.STS_WEBPKI_INVALID),
        enforce("expired", Delivery.ENCRYPTED, StsCase.MX)
            .certificate(CA.server("mta-sts.expired.sts.example").expired(Duration.ofDays(2)))
            .reports(ResultType.STS_WEBPKI_INVALID),
        enforce("too-large", Delivery.ENCRYPTED, StsCase.MX)
            .answer("root @large@")
            .reports(ResultType.STS_POLICY_INVALID),
        StsCase.of("no-version", Delivery.ENCRYPTED, ENFORCE, "mx: " + StsCase.MX, AGE)
            .reports(ResultType.STS_POLICY_INVALID),
        StsCase.of("no-mx", Delivery.ENCRYPTED, VERSION, ENFORCE, AGE)
            .reports(ResultType.STS_POLICY_INVALID),
        StsCase.of(
                "age-too-long", Delivery.ENCRYPTED, VERSION, ENFORCE, "mx: *", "max_age: 31557601")
            .reports(ResultType.STS_POLICY_INVALID),
        enforce("two-records", Delivery.ENCRYPTED, StsCase.MX)
            .texts("v=STSv1; id=1;", "v=STSv1; id=2;"),
        enforce("no-id", Delivery.ENCRYPTED, StsCase.MX).texts("v=STSv1;"),
        enforce("no-record", Delivery.ENCRYPTED, StsCase.MX).texts("nothing to do with it"),
        enforce("beside-others", Delivery.AUTHENTICATED, StsCase.MX)
            .texts("nothing to do with it", "v=STSv1; id=20260101T000000;"),
        enforce("uncovered", Delivery.DEFERRED, "mx.example.com")
            .reports(ResultType.VALIDATION_FAILURE),
        enforce("wildcard-too-deep", Delivery.DEFERRED, "*.example")
            .reports(ResultType.VALIDATION_FAILURE),
        enforce("untrusted-mx", Delivery.DEFERRED, SELF_SIGNED_MX)
            .mx(SELF_SIGNED_MX)
            .reports(ResultType.CERTIFICATE_NOT_TRUSTED),
        StsCase.of(
                "testing-untrusted-mx",
                Delivery.ENCRYPTED,
                VERSION,
                "mode: testing",
                "mx: " + SELF_SIGNED_MX,
                AGE)
            .mx(SELF_SIGNED_MX)
            .reports(ResultType.CERTIFICATE_NOT_TRUSTED),
        StsCase.of("none", Delivery.ENCRYPTED, VERSION, "mode: none", AGE));
  }

  private static StsCase enforce(String name, Delivery delivery, String mx) {
    return StsCase.of(name, delivery, VERSION, ENFORCE, "mx: " + mx, AGE);
  }
}

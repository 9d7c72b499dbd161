package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
  /** The IANA registry of SMTP service extensions. */
  private static final List<String> REGISTERED =
      List.of(
          "SEND",
          "SOML",
          "SAML",
          "EXPN",
          "HELP",
          "TURN",
          "8BITMIME",
          "SIZE",
          "VERB",
          "ONEX",
          "CHUNKING",
          "BINARYMIME",
          "CHECKPOINT",
          "DELIVERBY",
          "PIPELINING",
          "DSN",
          "ETRN",
          "ENHANCEDSTATUSCODES",
          "STARTTLS",
          "NO-SOLICITING",
          "MTRK",
          "SUBMITTER",
          "ATRN",
          "AUTH",
          "FUTURERELEASE",
          "CONPERM",
          "CONNEG",
          "SMTPUTF8",
          "MT-PRIORITY",
          "RRVS",
          "BURL",
          "REQUIRETLS",
          "LIMITS",
          "VRFY");

  private static final List<String> FIELD =
      List.of(
          "XCLIENT",
          "XFORWARD",
          "X-EXPS",
          "X-LINK2STATE",
          "X-ANONYMOUSTLS",
          "XEXCH50",
          "XRDST",
          "XOORG",
          "XPROXY",
          "XADR",
          "XSTA",
          "XCIR",
          "XGEN",
          "XSHADOW",
          "XSHADOWREQUEST",
          "XVERP");

  @Test
  void knowsTheRegistry() {
    assertThat(REGISTERED)
        .allSatisfy(name ->
            assertThat(Keywords.find(name).orElseThrow().standing())
                .as(name)
                .isNotIn(Standing.FIELD, Standing.UNKNOWN));
  }

  @Test
  void knowsTheField() {
    assertThat(FIELD)
        .allSatisfy(name ->
            assertThat(Keywords.find(name).orElseThrow().standing()).isEqualTo(Standing.FIELD));
    assertThat(Keywords.of("UTF8SMTP").standing()).isEqualTo(Standing.OBSOLETE);
  }

  @Test
  void registeredKeywordsTellTheirParametersAndRfc() {
    assertThat(REGISTERED)
        .map(Keywords::of)
        .allSatisfy(keyword -> {
          assertThat(keyword.parameters()).as(keyword.key()).isPresent();
          assertThat(keyword.references()).as(keyword.key()).isNotEmpty();
        });
  }

  @Test
  void takesAnyCaseAndTheOldAuthSpelling() {
    assertThat(Keywords.find(" starttls ")).map(Keyword::key).contains("STARTTLS");
    assertThat(Keywords.find("auth=login")).map(Keyword::key).contains("AUTH=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXXXXXXA", "XXXXXXXX", "xxxxb", "XXXX"})
  void recognisesOverwrittenKeywords(String keyword) {
    assertThat(Keywords.isMasked(keyword)).isTrue();
    assertThat(Keywords.find(keyword)).map(Keyword::key).contains("XXXXXXXA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X", "XXX", "XXXA", "XCLIENT", "STARTTLS", "XEXCH50", "XXXXAB"})
  void leavesOtherKeywordsAlone(String keyword) {
    assertThat(Keywords.isMasked(keyword)).isFalse();
  }

  @Test
  void tellsPrivateFromUnregistered() {
    assertThat(Keywords.of("XFOO").summary()).contains("private");
    assertThat(Keywords.of("FOO").summary()).contains("Not a registered");
    assertThat(Keywords.of("FOO").standing()).isEqualTo(Standing.UNKNOWN);
  }
}

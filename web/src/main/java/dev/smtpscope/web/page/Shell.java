package dev.smtpscope.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param version of smtpscope
 * @param title without the name of the site
 * @param section which part of the site is open
 * @param indexed whether search engines may list the page
 * @param scripts beside those of every page
 * @param refresh seconds until a browser without scripts loads the page anew
 * @param answer whether the page is what the visitor just asked for: the keyboard begins in it, not
 *     in the header
 */
record Shell(
    Urls urls,
    String version,
    String title,
    Section section,
    boolean indexed,
    List<String> scripts,
    Optional<Integer> refresh,
    boolean answer) {
  Shell {
    scripts = List.copyOf(scripts);
  }

  /** A part of the site that the header leads to. */
  enum Section {
    CHECK,
    REFERENCE,
    API,
    NONE
  }

  /** With one script more. */
  Shell with(String script) {
    return new Shell(urls, version, title, section, indexed, List.of(script), refresh, answer);
  }

  /** Loaded anew by browsers without scripts. */
  Shell refreshed(int seconds) {
    return new Shell(urls, version, title, section, indexed, scripts, Optional.of(seconds), answer);
  }

  /** With the keyboard's focus in the page's main part from the first moment it is seen. */
  Shell asAnswer() {
    return new Shell(urls, version, title, section, indexed, scripts, refresh, true);
  }

  /** The title with the name of the site. */
  String fullTitle() {
    return title.isEmpty() ? "smtpscope: test a mail server" : title + " · smtpscope";
  }

  /** What {@code aria-current} says in the link to {@code other}; null leaves it out. */
  boolean isIn(Section other) {
    return section == other;
  }
}

package org.supportcenter.app.check;

/**
 * What one check found.
 *
 * @param subject what was looked at, in a few words
 * @param sentence what is so, or what to do about it
 */
record Finding(Verdict verdict, String subject, String sentence) {
  enum Verdict {
    OK("ok"),
    SKIPPED("skipped"),
    FAILED("FAILED");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }
  }

  static Finding ok(String subject, String sentence) {
    return new Finding(Verdict.OK, subject, sentence);
  }

  static Finding skipped(String subject, String sentence) {
    return new Finding(Verdict.SKIPPED, subject, sentence);
  }

  static Finding failed(String subject, String sentence) {
    return new Finding(Verdict.FAILED, subject, sentence);
  }

  /** One line for the terminal. */
  String line() {
    return "%-8s %-12s %s".formatted(verdict.word, subject, sentence);
  }
}

package org.supportcenter.app.console;

/** Numbers given by option or environment. */
public final class Numbers {
  private Numbers() {}

  /**
   * The number, which is large enough.
   *
   * @throws UserError if it is not
   */
  public static int atLeast(int least, String option, int number) {
    if (number < least) {
      throw new UserError("%s must be at least %d.".formatted(option, least));
    }
    return number;
  }

  /**
   * The number, which is neither too small nor too large.
   *
   * @throws UserError if it is not
   */
  public static int between(int least, int most, String option, int number) {
    if (number > most) {
      throw new UserError("%s must be at most %d.".formatted(option, most));
    }
    return atLeast(least, option, number);
  }
}

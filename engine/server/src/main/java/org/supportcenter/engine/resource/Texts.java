package org.supportcenter.engine.resource;

import org.supportcenter.domain.refusal.Refusal;

/** Texts that people must give. */
public final class Texts {

  private Texts() {}

  /**
   * The text as it was written.
   *
   * @param field where it was given, in lowerCamel
   * @throws org.supportcenter.domain.refusal.RefusedException if there is nothing but blanks
   */
  public static String required(String text, String field) {
    if (text.isBlank()) {
      throw new Refusal.FieldsInvalid(field, text.isEmpty() ? "is required" : "must not be blank")
          .asException();
    }
    return text;
  }
}

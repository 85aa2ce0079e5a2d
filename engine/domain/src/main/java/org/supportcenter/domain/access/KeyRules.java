package org.supportcenter.domain.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.FieldProblem;

/** What an API key must be to be made, whoever asks for it. */
public final class KeyRules {

  /** Most characters of a name, counted as the contract does: by Unicode code points. */
  public static final int LONGEST_NAME = 200;

  private KeyRules() {}

  /**
   * What is wrong with a key, by the fields of the API; nothing if it can be made.
   *
   * @param role null for an integrator's key
   * @param technician whom it acts for; null: nobody
   * @param scopes what it may do; with a role, none means all that the role may do
   */
  public static List<FieldProblem> problems(
      String displayName, @Nullable Role role, @Nullable UUID technician, Set<Scope> scopes) {
    var problems = new ArrayList<FieldProblem>();
    if (displayName.isBlank()) {
      problems.add(new FieldProblem("displayName", "must not be empty"));
    }
    if (displayName.codePointCount(0, displayName.length()) > LONGEST_NAME) {
      problems.add(
          new FieldProblem(
              "displayName", "must have at most %d characters".formatted(LONGEST_NAME)));
    }
    if (displayName.chars().anyMatch(Character::isISOControl)) {
      problems.add(new FieldProblem("displayName", "must not contain control characters"));
    }
    if (role == Role.TECHNICIAN && technician == null) {
      problems.add(new FieldProblem("technician", "is required with role TECHNICIAN"));
    }
    if (role != Role.TECHNICIAN && technician != null) {
      problems.add(new FieldProblem("technician", "is allowed with role TECHNICIAN only"));
    }
    if (role == null && scopes.isEmpty()) {
      problems.add(
          new FieldProblem("scopes", "must have at least one entry when there is no role"));
    }
    if (role != null && !role.scopes().containsAll(scopes)) {
      problems.add(new FieldProblem("scopes", "must be among what the role may do"));
    }
    return List.copyOf(problems);
  }
}

package org.supportcenter.app.keys;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;
import org.supportcenter.domain.access.KeyRules;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    description = "Make an API key and print its secret, which is shown only now.")
final class CreateKeyCommand extends OwnerCommand {
  @Option(
      names = "--tenant",
      required = true,
      paramLabel = "ID",
      description = "The tenant it belongs to.")
  private UUID tenant;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the key is for.")
  private String displayName = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "admin, manager or technician; none for an integrator, whose scopes decide.")
  private @Nullable Role role;

  @Option(
      names = "--technician",
      paramLabel = "ID",
      description = "The technician it acts for; only with the role technician.")
  private @Nullable UUID technician;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      description = "What it may do, for example appointments.read; may be repeated.")
  private List<String> scopes = List.of();

  @Override
  void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
    require(new Tenants(owner).list().stream().anyMatch(one -> one.id().equals(tenant)), tenant);
    var known = scopes.stream().map(CreateKeyCommand::known).collect(toUnmodifiableSet());
    for (var found : KeyRules.problems(displayName, role, technician, known)) {
      throw new UserError("%s %s.".formatted(option(found.field()), found.problem()));
    }
    var labels = known.stream().sorted().map(Scope::label).toList();
    var key = new NewKey(displayName, role == null ? null : role.name(), technician, labels);
    var secret = new OwnerKeys(owner).create(tenant, key, now);
    if (secret == null) {
      throw new UserError("There is no technician %s in that tenant.".formatted(technician));
    }
    out.println(secret);
  }

  private static Scope known(String scope) {
    try {
      return Scope.of(scope);
    } catch (IllegalArgumentException unknown) {
      throw new UserError("%s.".formatted(unknown.getMessage()), unknown);
    }
  }

  /** What a field of the API is called here. */
  private static String option(String field) {
    return switch (field) {
      case "displayName" -> "--name";
      case "technician" -> "--technician";
      case "scopes" -> "--scope";
      default -> throw new IllegalStateException("No option is for " + field);
    };
  }
}

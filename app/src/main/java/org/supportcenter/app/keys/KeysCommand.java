package org.supportcenter.app.keys;

import picocli.CommandLine.Command;

/** Tenants and their API keys. */
@Command(
    name = "keys",
    description =
        "Manage tenants and API keys as the owner of the database; within a tenant, administrators do it through the API.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CreateTenantCommand.class,
      ListTenantsCommand.class,
      TenantStateCommands.Activate.class,
      TenantStateCommands.Deactivate.class,
      CreateKeyCommand.class,
      ListKeysCommand.class,
      RevokeKeyCommand.class
    })
public final class KeysCommand {}

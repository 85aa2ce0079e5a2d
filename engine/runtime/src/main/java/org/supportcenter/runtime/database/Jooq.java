package org.supportcenter.runtime.database;

import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DefaultConfiguration;

/** How SQL is rendered: short, stable texts, so that the driver prepares each statement once. */
public final class Jooq {

  private Jooq() {}

  /** A configuration to derive from for each connection. */
  public static Configuration configuration() {
    return new DefaultConfiguration().set(SQLDialect.POSTGRES).set(settings());
  }

  private static Settings settings() {
    return new Settings()
        .withStatementType(StatementType.PREPARED_STATEMENT)
        .withRenderSchema(false)
        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
        .withParamCastMode(ParamCastMode.NEVER)
        .withBindOffsetDateTimeType(true)
        .withExecuteLogging(false);
  }
}

package org.supportcenter.schema;

import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;

/**
 * Transaction ids (PostgreSQL's {@code xid8}) as {@code Long}. They have no operator in common with
 * {@code bigint}, so they travel as text and are cast.
 */
public final class Xid8Binding extends AbstractBinding<Object, Long> {
  private static final Converter<Object, Long> CONVERTER =
      Converter.ofNullable(
          Object.class,
          Long.class,
          id -> Long.parseUnsignedLong(id.toString()),
          Long::toUnsignedString);

  @Override
  public Converter<Object, Long> converter() {
    return CONVERTER;
  }

  @Override
  protected void sqlInline(BindingSQLContext<Long> context) {
    context
        .render()
        .visit(org.jooq.impl.DSL.inline(context.convert(CONVERTER).value()))
        .sql("::text::xid8");
  }

  @Override
  protected void sqlBind(BindingSQLContext<Long> context) {
    context.render().sql(context.variable()).sql("::text::xid8");
  }

  @Override
  public void register(BindingRegisterContext<Long> context) throws SQLException {
    context.statement().registerOutParameter(context.index(), Types.VARCHAR);
  }

  @Override
  public void set(BindingSetStatementContext<Long> context) throws SQLException {
    context
        .statement()
        .setString(context.index(), Objects.toString(context.convert(CONVERTER).value(), null));
  }

  @Override
  public void get(BindingGetResultSetContext<Long> context) throws SQLException {
    context.convert(CONVERTER).value(context.resultSet().getString(context.index()));
  }

  @Override
  public void get(BindingGetStatementContext<Long> context) throws SQLException {
    context.convert(CONVERTER).value(context.statement().getString(context.index()));
  }
}

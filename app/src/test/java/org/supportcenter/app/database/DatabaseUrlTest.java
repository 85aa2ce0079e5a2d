package org.supportcenter.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.app.console.UserError;

class DatabaseUrlTest {
  @Test
  void everyPartIsRead() {
    var url = parse("postgresql://engine:secret@db.example:6432/support?sslmode=verify-full");

    assertThat(url.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:6432/support?sslmode=verify-full");
    assertThat(url.user()).isEqualTo("engine");
    assertThat(url.password()).isEqualTo("secret");
  }

  @Test
  void percentSignsStandForReservedCharacters() {
    var url = parse("postgresql://eng%40ine:p%3Aa%2Fs%25s+%C3%BC@localhost/sup%20port");

    assertThat(url.user()).isEqualTo("eng@ine");
    assertThat(url.password()).isEqualTo("p:a/s%s+ü");
    assertThat(url.database()).isEqualTo("sup port");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/sup%20port");
  }

  @Test
  void aWrittenAddressIsReadBackTheSame() {
    var url = DatabaseUrl.local(5432, "sup port", "eng@ine", "p:a/s%s+ü?#");

    assertThat(parse(url.withCredentials())).isEqualTo(url);
  }

  @Test
  void thePasswordIsNeverShown() {
    assertThat(parse("postgresql://engine:secret@localhost/support").toString())
        .isEqualTo("postgresql://engine@localhost:5432/support");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          postgres://u@h/d                        -> jdbc:postgresql://h:5432/d
          postgresql://u@h                        -> jdbc:postgresql://h:5432/u
          postgresql://u@/d                       -> jdbc:postgresql://localhost:5432/d
          postgresql://u@h1:1,h2/d                -> jdbc:postgresql://h1:1,h2:5432/d
          postgresql://u@[::1]:7/d                -> jdbc:postgresql://[::1]:7/d
          postgresql:///d?user=u&host=h&port=7    -> jdbc:postgresql://h:7/d
          postgresql://u@h/d?target_session_attrs=read-write -> jdbc:postgresql://h:5432/d?targetServerType=primary
          postgresql://u@h/d?sslmode=require&sslrootcert=/a%20b.pem -> jdbc:postgresql://h:5432/d?sslmode=require&sslrootcert=%2Fa%20b.pem
          """)
  void itIsReadAsLibpqReadsIt(String text, String jdbcUrl) {
    assertThat(parse(text).jdbcUrl()).isEqualTo(jdbcUrl);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          mysql://u:secret@h/d                -> must look like postgresql://
          localhost:5432/secret               -> must look like postgresql://
          postgresql://h/secret               -> names no user
          postgresql://u:secret@h:99999/d     -> port is not a number from 1 to 65535
          postgresql://u:secret@h:0/d         -> port is not a number from 1 to 65535
          postgresql://u:secret@h:http/d      -> host is not a host name
          postgresql://u:secret@h/d?sslmode=on -> sslmode must be one of
          postgresql://u:secret@h/d?colour=red -> unknown parameter colour
          postgresql://u:secret@h/d?sslmode   -> sslmode has no value
          postgresql://u:sec%ret@h/d          -> % in it is not followed by two hexadecimal digits
          postgresql://u:secret@%2Fvar%2Frun/d -> Unix sockets are not supported
          postgresql://u:secret@/d?host=/run  -> Unix sockets are not supported
          """)
  void aBrokenOneIsExplainedWithoutItsPassword(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("DATABASE_URL cannot be used: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  private static DatabaseUrl parse(String text) {
    return DatabaseUrl.parse("DATABASE_URL", text);
  }
}

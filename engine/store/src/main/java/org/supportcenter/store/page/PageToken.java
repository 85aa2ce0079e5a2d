package org.supportcenter.store.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

/**
 * Where a page ends: the sort keys of its last entry, and a hash of the arguments they were found
 * with. It holds nothing the caller has not seen, and is not trusted: whatever it says, the
 * caller's own conditions still apply.
 */
final class PageToken {

  private static final int VERSION = 1;
  private static final int HASH_LENGTH = 12;

  private final List<SortKey> keys;
  private final PageQuery query;
  private final byte[] hash;

  PageToken(List<SortKey> keys, PageQuery query) {
    this.keys = keys;
    this.query = query;
    this.hash = hash(keys, query);
  }

  /** The token for the page that follows the record. */
  String after(Record last) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.write(hash);
      for (var key : keys) {
        out.writeUTF(Objects.requireNonNull(last.get(key.selected())).toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** The keys in the token of the query, one value per key. */
  Object[] position() {
    try (var in = new DataInputStream(new ByteArrayInputStream(decoded()))) {
      if (in.readUnsignedByte() != VERSION || !Arrays.equals(in.readNBytes(HASH_LENGTH), hash)) {
        throw invalid();
      }
      var values = new Object[keys.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = keys.get(i).value(in.readUTF());
      }
      if (in.read() != -1) {
        throw invalid();
      }
      return values;
    } catch (IOException | DateTimeException | IllegalArgumentException damaged) {
      throw invalid();
    }
  }

  private byte[] decoded() {
    return Base64.getUrlDecoder().decode(query.token());
  }

  private static RefusedException invalid() {
    return new Refusal.PageTokenInvalid().asException();
  }

  private static byte[] hash(List<SortKey> keys, PageQuery query) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(query.fingerprint().getBytes(UTF_8));
      for (var key : keys) {
        digest.update(key.ordered().toString().getBytes(UTF_8));
      }
      return Arrays.copyOf(digest.digest(), HASH_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

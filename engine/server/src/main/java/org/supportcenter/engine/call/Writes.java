package org.supportcenter.engine.call;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.function.UnaryOperator;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.store.Locks;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.Work;
import org.supportcenter.store.replay.AnsweredException;
import org.supportcenter.store.replay.ReplayKey;
import org.supportcenter.store.replay.Replays;

/**
 * Runs the write of a call in one transaction of the caller's tenant: once for each request id, and
 * undone when it was a dry run.
 */
public final class Writes {

  private final TenantDatabases databases;
  private final Replays replays;

  /** Writes into these databases. */
  public Writes(TenantDatabases databases, Replays replays) {
    this.databases = databases;
    this.replays = replays;
  }

  /**
   * Does the work and keeps its answer, or answers what was kept.
   *
   * @param request whose {@code request_id} and {@code validate_only} count, where it has them
   * @param parser of the answer
   */
  public <A extends Message> A run(Caller caller, Message request, Parser<A> parser, Work<A> work) {
    return run(caller, request, Locks.of(caller.tenant()), parser, work);
  }

  /** Does the same under further locks, to which that of the request id is added. */
  public <A extends Message> A run(
      Caller caller, Message request, Locks locks, Parser<A> parser, Work<A> work) {
    return run(caller, request, locks, parser, work, UnaryOperator.identity());
  }

  /**
   * Does the same for an answer that shows a secret: the secret is not kept, so a retry is answered
   * without it, and so is a dry run, whose secret would open nothing.
   */
  public <A extends Message> A runShowingOnce(
      Caller caller,
      Message request,
      Parser<A> parser,
      Work<A> work,
      UnaryOperator<A> withoutSecret) {
    return run(caller, request, Locks.of(caller.tenant()), parser, work, withoutSecret);
  }

  private <A extends Message> A run(
      Caller caller,
      Message request,
      Locks locks,
      Parser<A> parser,
      Work<A> work,
      UnaryOperator<A> kept) {
    var database = databases.of(caller.tenant());
    if (RequestIds.isDryRun(request)) {
      return RequestIds.unnamed(
          request, kept.apply(database.rehearse(caller.tenant(), locks, work)));
    }
    var key = RequestIds.key(caller, request);
    if (key == null) {
      return database.write(caller.tenant(), locks, work);
    }
    try {
      return database.write(
          caller.tenant(),
          locks.request(key.caller(), key.requestId()),
          tx -> once(tx, key, work, kept));
    } catch (AnsweredException answered) {
      return parse(parser, answered.response());
    }
  }

  private <A extends Message> A once(Tx tx, ReplayKey key, Work<A> work, UnaryOperator<A> kept) {
    replays.expectNew(tx, key);
    try {
      var answer = work.run(tx);
      replays.keep(tx, key, kept.apply(answer).toByteArray());
      return answer;
    } catch (RefusedException refused) {
      // What was answered before is answered again, whatever would be said of it now.
      tx.send();
      throw refused;
    }
  }

  /**
   * Reads a kept answer.
   *
   * @throws IllegalStateException if it is damaged
   */
  public static <A extends Message> A parse(Parser<A> parser, byte[] kept) {
    try {
      return parser.parseFrom(kept);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("A kept answer is damaged", damaged);
    }
  }
}

package org.supportcenter.engine.hold;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.engine.availability.AlternativeFinder;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.SlotTokens;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Tx;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.v1.CreateHoldRequest;
import org.supportcenter.v1.DeleteHoldRequest;
import org.supportcenter.v1.GetHoldRequest;
import org.supportcenter.v1.Hold;
import org.supportcenter.v1.HoldServiceGrpc.HoldServiceImplBase;

/** Keeps slots for callers, who see only what they hold themselves. */
public final class HoldService extends HoldServiceImplBase {

  private final Reads reads;
  private final Writes writes;
  private final HoldDesk desk;
  private final InstantSource clock;
  private final HoldStore holds = new HoldStore();
  private final BookingFactsStore facts;

  /**
   * Judges by the judge and the clock.
   *
   * @param alternatives finds what is offered instead of a refused hold
   */
  public HoldService(
      Reads reads,
      Writes writes,
      Judge judge,
      AlternativeFinder alternatives,
      SetupCache setups,
      InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.reads = reads;
    this.writes = writes;
    this.clock = clock;
    this.desk = new HoldDesk(writes, judge, alternatives, holds, facts, clock);
  }

  @Override
  public void createHold(CreateHoldRequest request, StreamObserver<Hold> observer) {
    Unary.answer(observer, () -> desk.create(request, this::message));
  }

  @Override
  public void getHold(GetHoldRequest request, StreamObserver<Hold> observer) {
    Unary.answer(observer, () -> get(request));
  }

  @Override
  public void deleteHold(DeleteHoldRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> delete(request));
  }

  private Hold get(GetHoldRequest request) {
    var caller = Caller.current();
    var id = Names.HOLD.id(request.getName(), "name");
    return reads.run(
        caller,
        tx -> {
          var found = holds.find(tx, id, caller.author(), clock.instant());
          return message(tx, Resources.found(found, request.getName()));
        });
  }

  private Empty delete(DeleteHoldRequest request) {
    var caller = Caller.current();
    var id = Names.HOLD.id(request.getName(), "name");
    return writes.run(
        caller,
        request,
        Empty.parser(),
        tx -> {
          if (holds.release(tx, id, caller.author(), clock.instant()) == null) {
            throw new Refusal.NotFound(request.getName()).asException();
          }
          return Empty.getDefaultInstance();
        });
  }

  private Hold message(Tx tx, org.supportcenter.domain.hold.Hold hold) {
    var slot = new Slot(hold.technicianId(), hold.span());
    var message =
        Hold.newBuilder()
            .setName(Names.HOLD.of(hold.id()))
            .setSlot(
                org.supportcenter.v1.Slot.newBuilder()
                    .setTechnician(Names.TECHNICIAN.of(hold.technicianId()))
                    .setStartTime(Times.timestamp(hold.span().start()))
                    .setEndTime(Times.timestamp(hold.span().end()))
                    .setToken(SlotTokens.of(slot, facts.dataVersion(tx))))
            .setExpireTime(Times.timestamp(hold.expireTime()));
    if (hold.customerId() != null) {
      message.setCustomer(Names.CUSTOMER.of(hold.customerId()));
    }
    return message.build();
  }
}

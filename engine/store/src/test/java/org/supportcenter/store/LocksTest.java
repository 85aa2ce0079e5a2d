package org.supportcenter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocksTest {

  private final UUID tenant = UUID.randomUUID();
  private final UUID one = UUID.randomUUID();
  private final UUID two = UUID.randomUUID();

  @Test
  void theOrderOfTheKeysDoesNotDependOnTheOrderOfAsking() {
    var forth = Locks.of(tenant).technician(one).customer(two).request("apiKeys/1", one);
    var back = Locks.of(tenant).request("apiKeys/1", one).customer(two).technician(one);

    assertThat(forth.keys()).isEqualTo(back.keys()).hasSize(3);
  }

  @Test
  void aRequestIsLockedBeforeWhatItBooks() {
    for (int i = 0; i < 1000; i++) {
      var id = UUID.randomUUID();
      var request = Locks.of(tenant).request("apiKeys/1", id).keys()[0];
      var technician = Locks.of(tenant).technician(id).keys()[0];

      assertThat(Long.compareUnsigned(request, technician)).isNegative();
      assertThat(request >>> 62).isZero();
      assertThat(technician >>> 62).isEqualTo(1);
    }
  }

  @Test
  void keysAreUnsignedSortedAndEachIsTakenOnce() {
    var locks = Locks.of(tenant).technician(one).technician(two).technician(one);

    assertThat(locks.keys()).hasSize(2);
    assertThat(Long.compareUnsigned(locks.keys()[0], locks.keys()[1])).isNegative();
  }

  @Test
  void tenantsDoNotLockEachOther() {
    var other = Locks.of(UUID.randomUUID()).technician(one).keys();

    assertThat(Locks.of(tenant).technician(one).keys()).isNotEqualTo(other);
  }
}

package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import org.junit.jupiter.api.Test;

class PublicApiTest {
  @Test
  void offersEveryServiceOfTheProtos() throws Exception {
    try (var stream = PublicApi.class.getResourceAsStream("/supportcenter.protoset")) {
      var services =
          FileDescriptorSet.parseFrom(stream).getFileList().stream()
              .filter(file -> file.getPackage().equals("supportcenter.v1"))
              .flatMap(file -> file.getServiceList().stream())
              .map(service -> "supportcenter.v1." + service.getName());
      assertThat(PublicApi.SERVICES)
          .extracting(service -> service.getName())
          .containsExactlyInAnyOrderElementsOf(services.toList());
    }
  }
}

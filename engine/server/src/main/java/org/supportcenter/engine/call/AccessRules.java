package org.supportcenter.engine.call;

import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.supportcenter.v1.Authorization;

/** Who may call which method, as the protos say. */
final class AccessRules {

  private final Map<String, AccessRule> byMethod;

  private AccessRules(Map<String, AccessRule> byMethod) {
    this.byMethod = Map.copyOf(byMethod);
  }

  /**
   * Reads the rule of every method.
   *
   * @throws IllegalStateException if a method has none: nothing is open by being forgotten
   */
  static AccessRules of(Collection<ServerServiceDefinition> services) {
    var rules = new HashMap<String, AccessRule>();
    for (var service : services) {
      for (var method : service.getMethods()) {
        var descriptor = method.getMethodDescriptor();
        rules.put(descriptor.getFullMethodName(), rule(method, descriptor));
      }
    }
    return new AccessRules(rules);
  }

  private static AccessRule rule(
      ServerMethodDefinition<?, ?> method, MethodDescriptor<?, ?> descriptor) {
    if (!(method.getMethodDescriptor().getSchemaDescriptor()
        instanceof ProtoMethodDescriptorSupplier proto)) {
      throw new IllegalStateException(descriptor.getFullMethodName() + " has no proto");
    }
    var options = proto.getMethodDescriptor().getOptions();
    if (!options.hasExtension(Authorization.access)) {
      throw new IllegalStateException(
          descriptor.getFullMethodName() + " has no (supportcenter.v1.access) option");
    }
    return AccessRule.of(options.getExtension(Authorization.access));
  }

  AccessRule of(MethodDescriptor<?, ?> method) {
    var rule = byMethod.get(method.getFullMethodName());
    if (rule == null) {
      throw new IllegalStateException("No access rule for " + method.getFullMethodName());
    }
    return rule;
  }
}

package org.supportcenter.engine.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.access.Credentials;
import org.supportcenter.v1.ErrorReason;

/**
 * Recognises the caller and says whether they may call the method: before the request is looked at,
 * and before anything is looked up in their name.
 */
public final class CallerInterceptor implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> API_KEY =
      Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> TENANT =
      Metadata.Key.of("x-tenant-id", Metadata.ASCII_STRING_MARSHALLER);

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");
  private static final Pattern TENANT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Credentials credentials;
  private final AccessRules rules;

  /**
   * Guards these services.
   *
   * @throws IllegalStateException if a method of theirs says nothing about who may call it
   */
  public CallerInterceptor(Credentials credentials, Collection<ServerServiceDefinition> services) {
    this.credentials = credentials;
    this.rules = AccessRules.of(services);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    var rule = rules.of(call.getMethodDescriptor());
    if (rule.isPublic()) {
      return next.startCall(call, headers);
    }
    var token = token(headers);
    var caller = credentials.recognise(token);
    checkTenant(caller, headers.get(TENANT));
    var record = CallRecord.KEY.get();
    if (record != null) {
      record.cameFrom(caller.tenant());
    }
    rule.check(caller);
    var context = Standing.in(caller.in(Context.current()), () -> credentials.recognise(token));
    return Contexts.interceptCall(context, call, headers, next);
  }

  private static String token(Metadata headers) {
    var authorization = headers.get(AUTHORIZATION);
    var apiKey = headers.get(API_KEY);
    if (authorization == null) {
      if (apiKey == null) {
        throw new ApiException(
            ErrorReason.CREDENTIAL_MISSING,
            "Send a credential: \"authorization: Bearer <token>\" or \"x-api-key: sc_...\".");
      }
      return apiKey.strip();
    }
    var bearer = BEARER.matcher(authorization.strip());
    if (!bearer.matches()) {
      throw new ApiException(
          ErrorReason.CREDENTIAL_INVALID,
          "The authorization header must look like \"Bearer <token>\".");
    }
    if (apiKey != null && !apiKey.strip().equals(bearer.group(1))) {
      throw new ApiException(
          ErrorReason.CREDENTIAL_INVALID,
          "The headers authorization and x-api-key hold different credentials; send one.");
    }
    return bearer.group(1);
  }

  /** An API key carries its tenant; naming another one is an error, not a choice. */
  private static void checkTenant(Caller caller, @Nullable String named) {
    if (named == null) {
      return;
    }
    if (!TENANT_ID.matcher(named.strip()).matches()) {
      throw new ApiException(
          ErrorReason.TENANT_INVALID, "The header x-tenant-id must be the UUID of a tenant.");
    }
    if (!UUID.fromString(named.strip()).equals(caller.tenant())) {
      throw new ApiException(
          ErrorReason.NOT_A_MEMBER, "This credential does not belong to the tenant named.");
    }
  }
}

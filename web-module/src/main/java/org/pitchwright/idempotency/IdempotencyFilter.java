package org.pitchwright.idempotency;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.security.Caller;
import org.pitchwright.security.Permissions;

/**
 * Runs a POST with an {@code Idempotency-Key} once; a repeat gets the first reply (draft-ietf-
 * httpapi-idempotency-key-header). The reply is kept before it is sent, so that nobody has seen one
 * that is not kept. Without the header nothing happens here.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
  /** The header that carries the key. */
  public static final String HEADER = "Idempotency-Key";

  /** The header that tells that a reply is a kept one. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final String RUNNING = IdempotencyFilter.class.getName();
  private static final int FIRST_FAULT_OF_OURS = 500;
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

  @Inject private Replies replies;
  @Inject private Permissions permissions;

  /** A request with a key that runs now. */
  private record Running(RequestKey key, BodyDigest body, int status, Map<String, String> headers) {
    Running answered(int newStatus, Map<String, String> newHeaders) {
      return new Running(key, body, newStatus, newHeaders);
    }
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String text = request.getHeaderString(HEADER);
    if (text == null || !"POST".equals(request.getMethod())) {
      return;
    }
    Optional<Caller> caller = permissions.caller();
    if (caller.isEmpty()) {
      return;
    }
    RequestKey key =
        new RequestKey(
            caller.get().key(),
            text,
            "POST " + request.getUriInfo().getRequestUri().getRawPath() + query(request));
    BodyDigest body = new BodyDigest(request.getEntityStream());
    if (replies.claim(key)) {
      request.setEntityStream(body);
      request.setProperty(RUNNING, new Running(key, body, 0, Map.of()));
    } else {
      request.abortWith(again(replies.reply(key, body.finish())));
    }
  }

  private static String query(ContainerRequestContext request) {
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return query == null ? "" : "?" + query;
  }

  private static Response again(KeptReply reply) {
    Response.ResponseBuilder response = Response.status(reply.status()).header(REPLAYED, "true");
    reply.headers().forEach(response::header);
    return reply.body().length == 0 ? response.build() : response.entity(reply.body()).build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(request.getProperty(RUNNING) instanceof Running running)) {
      return;
    }
    int status = response.getStatus();
    if (status >= FIRST_FAULT_OF_OURS || status == ProblemKind.TOO_LARGE.status()) {
      request.removeProperty(RUNNING);
      replies.release(running.key());
      return;
    }
    Running answered = running.answered(status, headers(response));
    if (response.hasEntity()) {
      request.setProperty(RUNNING, answered);
    } else {
      request.removeProperty(RUNNING);
      keep(answered, new byte[0]);
    }
  }

  private static Map<String, String> headers(ContainerResponseContext response) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      @Nullable String value = response.getHeaderString(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(RUNNING) instanceof Running running)) {
      context.proceed();
      return;
    }
    OutputStream wire = context.getOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    context.setOutputStream(body);
    context.proceed();
    keep(running, body.toByteArray());
    wire.write(body.toByteArray());
  }

  private void keep(Running running, byte[] body) throws IOException {
    replies.keep(
        running.key(),
        running.body().finish(),
        new KeptReply(running.status(), running.headers(), body));
  }
}

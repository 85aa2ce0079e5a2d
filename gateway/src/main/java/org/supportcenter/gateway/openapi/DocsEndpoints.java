package org.supportcenter.gateway.openapi;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.encoding.EncodingService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.rest.Route;

/**
 * {@code /openapi.json}, and {@code /docs}, where it can be read and tried. The page is Swagger UI
 * from its Maven archive: nothing comes from elsewhere, and no script or style stands in the page.
 */
public final class DocsEndpoints {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final MediaType SCRIPT = MediaType.parse("text/javascript; charset=utf-8");

  private final List<Route> routes;
  private @Nullable CompletableFuture<HttpData> document;

  private DocsEndpoints(List<Route> routes) {
    this.routes = routes;
  }

  /** Adds the endpoints for these routes. */
  public static void add(ServerBuilder server, List<Route> routes) {
    var docs = new DocsEndpoints(routes);
    server
        .route()
        .get("/openapi.json")
        .decorator(EncodingService.newDecorator())
        .build((context, request) -> HttpResponse.of(docs.openApi(context)));
    var library = "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
    file(server, "/docs", "/docs/index.html", MediaType.HTML_UTF_8);
    file(server, "/docs/start.js", "/docs/start.js", SCRIPT);
    file(server, "/docs/page.css", "/docs/page.css", MediaType.CSS_UTF_8);
    file(server, "/docs/swagger-ui.css", library + "swagger-ui.css", MediaType.CSS_UTF_8);
    file(server, "/docs/swagger-ui-bundle.js", library + "swagger-ui-bundle.js", SCRIPT);
  }

  /** Made when first asked for, and not on the event loop: it takes a while. */
  private synchronized CompletableFuture<HttpResponse> openApi(ServiceRequestContext context) {
    var made = document;
    if (made == null) {
      made =
          CompletableFuture.supplyAsync(
              () -> HttpData.wrap(OpenApiDocument.json(routes)), context.blockingTaskExecutor());
      document = made;
    }
    return made.thenApply(
        json -> HttpResponse.of(HttpStatus.OK, MediaType.JSON.withoutParameters(), json));
  }

  private static void file(ServerBuilder server, String path, String resource, MediaType type) {
    var headers =
        ResponseHeaders.builder(HttpStatus.OK)
            .contentType(type)
            .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
            .set(HttpHeaderNames.CACHE_CONTROL, "max-age=3600")
            .build();
    server
        .route()
        .get(path)
        .decorator(EncodingService.newDecorator())
        .build((context, request) -> HttpResponse.of(headers, HttpData.wrap(read(resource))));
  }

  private static String libraryVersion() {
    var name = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    try (var stream = DocsEndpoints.class.getResourceAsStream(name)) {
      var properties = new Properties();
      if (stream != null) {
        properties.load(stream);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static byte[] read(String resource) {
    try (var stream = DocsEndpoints.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}

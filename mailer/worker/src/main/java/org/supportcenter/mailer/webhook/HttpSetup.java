package org.supportcenter.mailer.webhook;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** How the HTTP client is set up: nothing it does by itself, and an end to everything. */
final class HttpSetup {

  private static final String USER_AGENT = "Support-Center-Webhooks/1";
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADER = 8192;
  private static final TimeValue CONNECTIONS_END = TimeValue.ofSeconds(30);

  /** After that it is looked whether the receiver has hung up, which would cost an attempt. */
  private static final TimeValue TRUSTED_FOR = TimeValue.ofMilliseconds(200);

  private HttpSetup() {}

  static CloseableHttpClient open(CheckedResolver resolver, Timeouts timeouts, int atOnce) {
    var connect = Timeout.of(timeouts.connect());
    var answer = Timeout.of(timeouts.answer());
    var limits =
        Http1Config.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxLineLength(LONGEST_HEADER)
            .build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(atOnce)
            .setMaxConnPerRoute(atOnce)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(answer)
                    .setTimeToLive(CONNECTIONS_END)
                    .setValidateAfterInactivity(TRUSTED_FOR)
                    .build())
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(answer)
                .setRedirectsEnabled(false)
                .build())
        .setUserAgent(USER_AGENT)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }
}

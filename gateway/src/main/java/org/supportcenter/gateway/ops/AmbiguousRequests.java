package org.supportcenter.gateway.ops;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.error.RefusedException;

/**
 * Refuses HTTP/1 requests that a proxy in front could read in another way (RFC 9112): to another
 * host (3.2), or with a body that ends elsewhere, so that the rest would be taken for the next
 * caller's request (6.1 and 6.3).
 *
 * <p>The server's own decoder forgets a {@code Content-Length} beside a {@code Transfer-Encoding}
 * or a second host and cannot be told otherwise, so the same decoder reads along in front of it,
 * and keeps back what must not be understood. It neither changes nor delays anything else.
 */
public final class AmbiguousRequests extends HttpRequestDecoder {
  /** By so many bytes the server tells HTTP/1 from HTTP/2. */
  private static final int PREFACE = 4;

  private static final Failure HOST = Failure.ofField("Host", "must be given exactly once");
  private static final Failure TRANSFER_ENCODING =
      Failure.ofField(
          "Transfer-Encoding",
          "must be chunked and nothing else, in HTTP/1.1 and without a Content-Length");

  private @Nullable Failure refusal;

  /** Whether the server judges: it is HTTP/2, or nothing that the server understands either. */
  private boolean steppedAside;

  private long passedOn;

  /** Reads along with a server of these limits, in bytes. */
  public AmbiguousRequests(int maxInitialLineLength, int maxHeaderSize) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(maxInitialLineLength)
            .setMaxHeaderSize(maxHeaderSize));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (!(message instanceof ByteBuf bytes)) {
      context.fireChannelRead(message);
      return;
    }
    if (refusal != null) {
      bytes.release();
      return;
    }
    if (!steppedAside) {
      super.channelRead(context, bytes.copy());
    }
    if (refusal == null) {
      passedOn += bytes.readableBytes();
      context.fireChannelRead(bytes);
    } else {
      refuse(context, bytes, refusal);
    }
  }

  /** Reading on by itself, as decoders do that have found nothing, would undo back pressure. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (steppedAside || refusal != null) {
      in.skipBytes(in.readableBytes());
      return;
    }
    super.decode(context, in, out);
    for (var part : out) {
      if (part instanceof HttpRequest request && refusal == null && !steppedAside) {
        judge(request);
      }
      ReferenceCountUtil.release(part);
    }
    out.clear();
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage request) {
    refusal = TRANSFER_ENCODING;
  }

  private void judge(HttpRequest request) {
    if (request.decoderResult().isFailure() || request.protocolVersion().majorVersion() != 1) {
      steppedAside = true;
      return;
    }
    var isNewest = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    var hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
    var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (hosts > 1 || (hosts == 0 && isNewest)) {
      refusal = HOST;
    } else if (!codings.isEmpty() && !(isNewest && areChunkedAlone(codings))) {
      refusal = TRANSFER_ENCODING;
    }
  }

  private static boolean areChunkedAlone(List<String> codings) {
    return codings.size() == 1
        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst());
  }

  /** Hands on a request that is known to be broken: the server answers it and hangs up. */
  private void refuse(ChannelHandlerContext context, ByteBuf bytes, Failure refusal) {
    if (passedOn < PREFACE) {
      context.fireChannelRead(bytes.readRetainedSlice((int) (PREFACE - passedOn)));
    }
    bytes.release();
    var broken = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
    broken.setDecoderResult(DecoderResult.failure(new RefusedException(refusal)));
    context.fireChannelRead(broken);
  }
}

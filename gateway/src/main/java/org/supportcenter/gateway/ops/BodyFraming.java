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
import org.supportcenter.gateway.error.RefusedException;

/**
 * Refuses HTTP/1 requests of which it is not certain where the body ends (RFC 9112, 6.1 and 6.3): a
 * proxy in front that saw another end would take the rest for the next caller's request.
 *
 * <p>The server's own decoder forgets a {@code Content-Length} beside a {@code Transfer-Encoding}
 * and cannot be told otherwise, so the same decoder reads along in front of it, and keeps back what
 * must not be understood. It neither changes nor delays anything else.
 */
public final class BodyFraming extends HttpRequestDecoder {
  /** By so many bytes the server tells HTTP/1 from HTTP/2. */
  private static final int PREFACE = 4;

  private enum State {
    READING_ALONG,
    /** The server judges: it is HTTP/2, or nothing that the server understands either. */
    STEPPED_ASIDE,
    REFUSED
  }

  private State state = State.READING_ALONG;
  private long passedOn;

  /** Reads along with a server of these limits, in bytes. */
  public BodyFraming(int maxInitialLineLength, int maxHeaderSize) {
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
    if (state == State.REFUSED) {
      bytes.release();
      return;
    }
    if (state == State.READING_ALONG) {
      super.channelRead(context, bytes.copy());
    }
    if (state == State.REFUSED) {
      refuse(context, bytes);
    } else {
      passedOn += bytes.readableBytes();
      context.fireChannelRead(bytes);
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
    if (state != State.READING_ALONG) {
      in.skipBytes(in.readableBytes());
      return;
    }
    super.decode(context, in, out);
    for (var part : out) {
      if (part instanceof HttpRequest request && state == State.READING_ALONG) {
        state = judged(request);
      }
      ReferenceCountUtil.release(part);
    }
    out.clear();
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage request) {
    state = State.REFUSED;
  }

  private static State judged(HttpRequest request) {
    if (request.decoderResult().isFailure() || request.protocolVersion().majorVersion() != 1) {
      return State.STEPPED_ASIDE;
    }
    var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    var isCertain =
        codings.isEmpty()
            || (codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst())
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1));
    return isCertain ? State.READING_ALONG : State.REFUSED;
  }

  /** Hands on a request that is known to be broken: the server answers it and hangs up. */
  private void refuse(ChannelHandlerContext context, ByteBuf bytes) {
    if (passedOn < PREFACE) {
      context.fireChannelRead(bytes.readRetainedSlice((int) (PREFACE - passedOn)));
    }
    bytes.release();
    var broken = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
    broken.setDecoderResult(
        DecoderResult.failure(
            RefusedException.ofField(
                "Transfer-Encoding",
                "must be chunked and nothing else, in HTTP/1.1 and without a Content-Length")));
    context.fireChannelRead(broken);
  }
}

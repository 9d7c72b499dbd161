package dev.smtpscope.web.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Finds out who asks, and begins the answer, before anything else sees the request. */
final class Introduction implements HttpConfiguration.Customizer {
  private final Forwarding forwarding;

  Introduction(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    Caller caller = forwarding.caller(peer(request), request.getHeaders()::getValuesList);
    request.setAttribute(Caller.ATTRIBUTE, caller);
    SecurityHeaders.addTo(answer::put, caller.isSecure());
    return request;
  }

  private static InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? at.getAddress()
        : InetAddress.getLoopbackAddress();
  }
}

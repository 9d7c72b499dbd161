package dev.smtpscope.web.http;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.LifeCycle;

/** Has impatience begin once a connector has started. */
record Watching(Impatience impatience) implements LifeCycle.Listener {
  @Override
  public void lifeCycleStarted(LifeCycle connector) {
    impatience.watch((Connector) connector);
  }
}

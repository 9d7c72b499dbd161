package dev.smtpscope.web;

import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.http.HttpOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the service runs.
 *
 * @param port to listen on; 0 takes a free one
 * @param links the file that keeps permanent links; without one none are offered
 */
public record WebOptions(int port, HttpOptions http, CheckSettings checks, Optional<Path> links) {
  public WebOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("not a port");
    }
  }
}

package dev.smtpscope.web.http;

import io.javalin.config.RoutesConfig;

/** A part of the service that brings its own routes. */
@FunctionalInterface
public interface Room {
  /** Adds its routes; paths are below the base path. */
  void open(RoutesConfig routes);
}

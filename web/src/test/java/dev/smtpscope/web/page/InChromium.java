package dev.smtpscope.web.page;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all classes of tests, closed behind the last. */
final class InChromium implements BeforeAllCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(InChromium.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return chromium(context);
  }

  private static Chromium chromium(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent("chromium", name -> Chromium.start(), Chromium.class);
  }
}

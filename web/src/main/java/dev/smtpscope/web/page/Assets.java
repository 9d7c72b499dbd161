package dev.smtpscope.web.page;

import dev.smtpscope.render.html.ReportHtml;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Styles, scripts and the icon. Each has a hash of its content in its name, so that browsers may
 * keep it for ever.
 */
final class Assets {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Map<String, String> hashed = new TreeMap<>();
  private final Map<String, String> contents = new TreeMap<>();

  private Assets() {}

  /** Reads them all. */
  static Assets load() {
    Assets assets = new Assets();
    assets.add("report.css", ReportHtml.stylesheet());
    assets.add("report.js", ReportHtml.script());
    for (String name : new String[] {"site.css", "site.js", "live.js", "api.js", "icon.svg"}) {
      assets.add(name, read(name));
    }
    return assets;
  }

  /** The name with its hash: {@code site.css} becomes {@code site.1a2b3c4d5e.css}. */
  String hashed(String name) {
    return Objects.requireNonNull(hashed.get(name), name);
  }

  /** Answers a request for one of them. */
  void serve(Context context) {
    String name = context.pathParam("name");
    String content =
        Optional.ofNullable(contents.get(name)).orElseThrow(() -> new NotFoundResponse());
    context.header("Cache-Control", FOR_EVER);
    context.contentType(contentType(name)).result(content);
  }

  private void add(String name, String content) {
    int dot = name.lastIndexOf('.');
    String unique = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
    hashed.put(name, unique);
    contents.put(unique, content);
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static String read(String name) {
    String path = "/dev/smtpscope/web/assets/" + name;
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

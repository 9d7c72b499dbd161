package dev.smtpscope.cli.output;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows reports in one format at one destination: each as soon as it is there, or all in the end
 * where the format makes one document of them. Not for several threads.
 */
public final class ReportOutput {
  private final Renderer renderer;
  private final RenderOptions options;
  private final Destination destination;
  private final List<Report> held = new ArrayList<>();
  private boolean begun;

  public ReportOutput(Renderer renderer, RenderOptions options, Destination destination) {
    this.renderer = renderer;
    this.options = options;
    this.destination = destination;
  }

  /** Takes one report, and shows it if the format lets it. */
  public void show(Report report) {
    if (renderer.isOneDocument()) {
      held.add(report);
    } else {
      write(List.of(report));
    }
  }

  /** Shows what was held back and ends the output; without it a file is not written. */
  public void finish() {
    if (!held.isEmpty()) {
      write(held);
    }
    try {
      destination.finish();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(List<Report> reports) {
    try {
      destination.writer().append(begun ? "\n" : "");
      begun = true;
      renderer.render(reports, options, destination.writer());
      destination.writer().flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static UsageException failed(IOException problem) {
    return new UsageException("the output cannot be written: " + problem.getMessage());
  }
}

package dev.smtpscope.web.link;

import dev.smtpscope.report.Report;
import java.time.Instant;

/** A report under a permanent link, judged by the rules of then. */
public record KeptReport(Report report, Instant created, Instant expires) {}

package dev.smtpscope.bulk.input;

import java.io.IOException;
import java.util.Optional;

/** Entries in the order of the input; empty at the end. */
@FunctionalInterface
interface Entries {
  Optional<Entry> next() throws IOException, InputException;
}

package dev.smtpscope.probe.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/** A resolver that answers from what has come already, and notes what it was asked beyond that. */
final class Stock implements Resolver {
  private final Replies replies;
  private final Set<Query> missing = new LinkedHashSet<>();
  private Map<Query, Reply.Answered> there = Map.of();

  Stock(Replies replies) {
    this.replies = replies;
  }

  /** With what was fetched for one question, which others' memory may have lost since. */
  synchronized void fill(Map<Query, Reply.Answered> fetched) {
    there = Map.copyOf(fetched);
    missing.clear();
  }

  synchronized List<Query> missing() {
    return new ArrayList<>(missing);
  }

  private synchronized void miss(Query query) {
    missing.add(query);
  }

  private synchronized Optional<Reply.Answered> known(Query query) {
    return Optional.ofNullable(there.get(query)).or(() -> replies.known(query));
  }

  @Override
  public CompletionStage<Message> sendAsync(Message message, Executor executor) {
    Record question = message.getQuestion();
    Query query = Query.here(question.getName(), question.getType());
    Optional<Message> known = known(query).map(Reply.Answered::message);
    if (known.isEmpty()) {
      miss(query);
      return CompletableFuture.failedFuture(new IllegalStateException("not in stock: " + query));
    }
    known.get().getHeader().setID(message.getHeader().getID());
    return CompletableFuture.completedFuture(known.get());
  }

  @Override
  public void setPort(int port) {}

  @Override
  public void setTCP(boolean flag) {}

  @Override
  public void setIgnoreTruncation(boolean flag) {}

  @Override
  public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

  @Override
  public void setTSIGKey(TSIG key) {}

  @Override
  public void setTimeout(Duration timeout) {}
}

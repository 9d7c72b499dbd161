package dev.smtpscope.bulk.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.smtpscope.bulk.input.Fingerprint;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.json.RecordJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Probes in a file that only grows. In memory are where each stands (about 100 octets a probe),
 * what those are found by that share an endpoint with many, and the facts that were used of late,
 * bounded by the size of their JSON. A probe is in the hands of the operating system when {@link
 * #add} returns, so that it outlives the process; it is on the disk after {@link #sync}.
 */
final class ProbeFile implements ProbeStore, Closeable {
  /** How much to keep in memory. */
  static final long CACHED_OCTETS = 32L * 1024 * 1024;

  private static final int FEW = 8;

  private final Path path;
  private final Trouble trouble;
  private final StoreFile file;
  private final RandomAccessFile reader;
  private final ProbeIndex index;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private final ConcurrentHashMap<Long, Crowd> crowds = new ConcurrentHashMap<>();
  private final Cache<Long, Cached> cache;
  private long synced;

  /** A probe that needs not be read again. */
  private record Cached(Recorded recorded, int weight) {}

  ProbeFile(Path path, Disk disk, long whole, Trouble trouble, long cachedOctets)
      throws IOException, ScanFolderException {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(cachedOctets)
            .weigher((Long offset, Cached cached) -> cached.weight())
            .executor(Runnable::run)
            .build();
    this.path = path;
    this.trouble = trouble;
    ProbeScan scan = ProbeScan.of(path, whole);
    this.index = scan.index();
    this.file = disk.open(path);
    if (scan.length() < file.length()) {
      file.truncate(scan.length());
    }
    this.synced = scan.length();
    this.reader = new RandomAccessFile(path.toFile(), "r");
  }

  @Override
  public List<Recorded> find(Endpoint endpoint, Optional<String> name) {
    return candidates(endpoint, name).filter(seen -> seen.isFor(name)).toList();
  }

  private Stream<Recorded> candidates(Endpoint endpoint, Optional<String> name) {
    long key = key(endpoint);
    long[] all = index.find(key);
    return at(all.length <= FEW ? all : crowd(key).find(name, all, this::at), endpoint);
  }

  private Crowd crowd(long key) {
    return crowds.computeIfAbsent(key, _ -> new Crowd());
  }

  private Stream<Recorded> at(long[] places, Endpoint endpoint) {
    return Arrays.stream(places)
        .mapToObj(this::at)
        .flatMap(Optional::stream)
        .filter(recorded -> recorded.facts().endpoint().equals(endpoint));
  }

  @Override
  public void add(EndpointFacts facts, Optional<String> sni) {
    Recorded recorded = new Recorded(facts, sni);
    long key = key(facts.endpoint());
    byte[] json = RecordJson.write(recorded).getBytes(StandardCharsets.UTF_8);
    byte[] record = ProbeRecord.of(key, json);
    writing.lock();
    try {
      if (!trouble.isThere() && !isKnown(recorded)) {
        long offset = file.length();
        file.append(record, 0, record.length);
        cache.put(offset, new Cached(recorded, json.length));
        index.add(key, offset);
      }
    } catch (IOException e) {
      ScanFolderException _ = trouble.writing(e);
    } finally {
      writing.unlock();
    }
  }

  private boolean isKnown(Recorded recorded) {
    return candidates(recorded.facts().endpoint(), recorded.sni())
        .anyMatch(known -> known.sni().equals(recorded.sni()));
  }

  /** Returns when all probes are on the disk: the length of the file. */
  long sync() throws IOException {
    writing.lock();
    try {
      if (synced < file.length()) {
        file.sync();
        synced = file.length();
      }
      return synced;
    } finally {
      writing.unlock();
    }
  }

  private Optional<Recorded> at(long offset) {
    Optional<Cached> cached =
        Optional.ofNullable(cache.getIfPresent(offset)).or(() -> read(offset));
    return cached.map(Cached::recorded);
  }

  private Optional<Cached> read(long offset) {
    try {
      byte[] json = frame(offset).flatMap(ProbeRecord::unpacked).orElseThrow(() -> damaged(offset));
      Cached cached = new Cached(RecordJson.read(json, Recorded.class), json.length);
      cache.put(offset, cached);
      return Optional.of(cached);
    } catch (IOException | InvalidJsonException e) {
      ScanFolderException _ = trouble.keep(damaged(offset));
    } catch (ScanFolderException e) {
      ScanFolderException _ = trouble.keep(e);
    }
    return Optional.empty();
  }

  private Optional<byte[]> frame(long offset) throws IOException {
    reading.lock();
    try {
      reader.seek(offset);
      byte[] header = new byte[ProbeRecord.HEADER];
      reader.readFully(header);
      Optional<ProbeRecord.Header> told = ProbeRecord.header(header);
      byte[] frame = new byte[told.map(ProbeRecord.Header::length).orElse(0)];
      reader.readFully(frame);
      return told.filter(h -> h.fits(frame)).map(_ -> frame);
    } finally {
      reading.unlock();
    }
  }

  private ScanFolderException damaged(long offset) {
    return Trouble.damaged(path, "at octet " + offset);
  }

  private static long key(Endpoint endpoint) {
    return Fingerprint.of(
        endpoint + "/" + endpoint.service().role() + "/" + endpoint.service().tls());
  }

  @Override
  public void close() throws IOException {
    try (file) {
      reader.close();
    }
  }
}

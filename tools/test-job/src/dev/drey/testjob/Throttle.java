package dev.drey.testjob;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Passes on a bounded number of records a second. */
final class Throttle extends RichMapFunction<Long, Long> {
  private static final long serialVersionUID = 1L;
  private final long rate;
  private transient long startedNanos;
  private transient long passed;

  Throttle(long rate) {
    this.rate = rate;
  }

  @Override
  public void open(OpenContext context) {
    startedNanos = System.nanoTime();
  }

  @Override
  public Long map(Long number) throws InterruptedException {
    if (rate > 0) {
      long dueNanos = startedNanos + ++passed * 1_000_000_000L / rate;
      long waitMillis = (dueNanos - System.nanoTime()) / 1_000_000;
      if (waitMillis > 0) {
        Thread.sleep(waitMillis);
      }
    }
    return number;
  }
}

package dev.drey.testjob;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small streaming job for tests of a console: it logs at every level, keeps state, and fails or ends when told to.
 *
 * <p>Numbers → throttle → key by number → count in keyed state → discard. Each counted record writes one log line,
 * the levels TRACE, DEBUG, INFO, WARN, ERROR in turn, from the logger {@code dev.drey.testjob.TestJob}:
 *
 * <pre>record key=3 count=17 number=173 subtask=0 attempt=0</pre>
 *
 * <p>{@code count} is state: after a restore it goes on where the checkpoint or savepoint was, and the line
 * {@code restored checkpoint=12 subtask=0 attempt=1} stands before it. Every tenth ERROR has a stack trace with a cause.
 *
 * <p>Arguments, all optional, as {@code --name value}:
 *
 * <pre>
 * --rate N                 records a second and subtask, default 10; 0 = as fast as possible
 * --records N              ends after N records in all; default 0 = never
 * --keys N                 keys, default 7
 * --parallelism N          default: the cluster's
 * --checkpoint-interval N  milliseconds, default 5000; 0 = none
 * --fail-after N           each attempt of a subtask throws at its N-th record; default 0 = never
 * --fail-in-main true      main throws before the job is submitted
 * --state-bytes N          extra bytes of state per key, default 0
 * --snapshot-delay N       milliseconds that each snapshot takes longer, default 0
 * --line-length N          pads each log line to N characters, default 0
 * --hostile true           also logs lines meant to break a viewer: markup, escapes, control characters, very long lines
 * --name TEXT              the job's name, default "Test job"
 * </pre>
 */
public final class TestJob {
  static final Logger LOG = LoggerFactory.getLogger(TestJob.class);

  private TestJob() {}

  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    LOG.info("main arguments={}", String.join(" ", args));
    if (arguments.flag("fail-in-main")) {
      throw new IllegalStateException("main was told to fail (--fail-in-main)");
    }
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
    if (arguments.number("parallelism", 0) > 0) {
      environment.setParallelism((int) arguments.number("parallelism", 0));
    }
    if (arguments.number("checkpoint-interval", 5000) > 0) {
      environment.enableCheckpointing(arguments.number("checkpoint-interval", 5000));
    }
    long records = arguments.number("records", 0);
    // A sequence is split between the readers, so an endless one must leave room for any parallelism.
    NumberSequenceSource numbers = new NumberSequenceSource(1, records > 0 ? records : Long.MAX_VALUE / 2);
    long keys = arguments.number("keys", 7);

    environment
        .fromSource(numbers, WatermarkStrategy.noWatermarks(), "Numbers")
        .uid("numbers")
        .map(new Throttle(arguments.number("rate", 10)))
        .name("Throttle")
        .uid("throttle")
        .keyBy(number -> number % keys)
        .process(new Count(arguments))
        .name("Count")
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .name("Discard")
        .uid("discard");
    environment.execute(arguments.text("name", "Test job"));
  }
}

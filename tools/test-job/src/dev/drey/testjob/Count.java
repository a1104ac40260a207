package dev.drey.testjob;

import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.event.Level;

/** Counts the records of each key in checkpointed state and logs each of them. */
final class Count extends KeyedProcessFunction<Long, Long, Long> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final Level[] LEVELS = {Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR};
  private final Arguments arguments;
  private transient ValueState<Long> counts;
  private transient ValueState<byte[]> ballast;
  private transient long seen;

  Count(Arguments arguments) {
    this.arguments = arguments;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    OptionalLong checkpoint = context.getRestoredCheckpointId();
    if (checkpoint.isPresent()) {
      TestJob.LOG.info("restored checkpoint={} subtask={} attempt={}", checkpoint.getAsLong(), subtask(), attempt());
    }
  }

  @Override
  public void open(OpenContext context) {
    counts = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
    ballast = getRuntimeContext().getState(new ValueStateDescriptor<>("ballast", byte[].class));
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    seen++;
    long count = (counts.value() == null ? 0 : counts.value()) + 1;
    counts.update(count);
    int stateBytes = (int) arguments.number("state-bytes", 0);
    if (stateBytes > 0 && ballast.value() == null) {
      ballast.update(new byte[stateBytes]);
    }
    write(context.getCurrentKey(), count, number);
    long failAfter = arguments.number("fail-after", 0);
    if (failAfter > 0 && seen >= failAfter) {
      throw new IllegalStateException("told to fail after " + failAfter + " records (--fail-after)");
    }
    out.collect(count);
  }

  private void write(long key, long count, long number) {
    Level level = LEVELS[(int) (seen % LEVELS.length)];
    String line = "record key=" + key + " count=" + count + " number=" + number
        + " subtask=" + subtask() + " attempt=" + attempt();
    int padding = (int) arguments.number("line-length", 0) - line.length();
    String padded = padding > 0 ? line + " " + "x".repeat(padding - 1) : line;
    switch (level) {
      case TRACE:
        TestJob.LOG.trace(padded);
        break;
      case DEBUG:
        TestJob.LOG.debug(padded);
        break;
      case INFO:
        TestJob.LOG.info(padded);
        break;
      case WARN:
        TestJob.LOG.warn(padded);
        break;
      default:
        TestJob.LOG.error(padded, seen % 50 == 49 ? exceptionForShow() : null);
    }
    if (arguments.flag("hostile")) {
      TestJob.LOG.info(HostileLines.at(seen));
    }
  }

  private static Exception exceptionForShow() {
    return new RuntimeException("an exception, for show", new IllegalArgumentException("a cause, for show"));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    TestJob.LOG.info("snapshot checkpoint={} subtask={} seen={}", context.getCheckpointId(), subtask(), seen);
    Thread.sleep(arguments.number("snapshot-delay", 0));
  }

  private int subtask() {
    return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
  }

  private int attempt() {
    return getRuntimeContext().getTaskInfo().getAttemptNumber();
  }
}

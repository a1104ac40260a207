package dev.drey.testjob;

import java.io.Serializable;
import java.util.HashMap;

/** {@code --name value} pairs. Flink's own ParameterTool lives in another package in 2.x than in 1.x. */
final class Arguments implements Serializable {
  private static final long serialVersionUID = 1L;
  private final HashMap<String, String> values = new HashMap<>();

  private Arguments() {}

  static Arguments parse(String[] args) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("expected --name value, got " + args[i]);
      }
      arguments.values.put(args[i].substring(2), args[i + 1]);
    }
    return arguments;
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  long number(String name, long otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(values.get(name));
  }
}

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * Prints every option of a Flink distribution as JSON, one a line, by reflection over its jars.
 *
 * usage: java ReadOptions.java JAR...
 */
public final class ReadOptions {
    private static ClassLoader loader;

    public static void main(String[] jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String jar : jars) urls.add(new File(jar).toURI().toURL());
        loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        Map<String, String> lines = new TreeMap<>();
        for (String jar : jars) {
            try (JarFile file = new JarFile(jar)) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.matches("org/apache/flink/(?!.*shaded/).*Options(Internal)?\\.class"))
                        .sorted()
                        .forEach(name -> readClass(name.replace('/', '.').replaceAll("\\.class$", ""), lines));
            }
        }
        System.out.println("[\n" + String.join(",\n", lines.values()) + "\n]");
    }

    private static void readClass(String name, Map<String, String> lines) {
        try {
            Class<?> owner = Class.forName(name, true, loader);
            Class<?> option = Class.forName("org.apache.flink.configuration.ConfigOption", true, loader);
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) || field.getType() != option) continue;
                field.setAccessible(true);
                Object value = field.get(null);
                if (value == null) continue;
                String key = (String) call(value, "key");
                lines.putIfAbsent(key, line(key, value, field.isAnnotationPresent(Deprecated.class)));
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            System.err.println("skipped " + name + ": " + e);
        }
    }

    private static String line(String key, Object option, boolean deprecated) throws ReflectiveOperationException {
        List<String> fallback = new ArrayList<>();
        List<String> old = new ArrayList<>();
        for (Object other : (Iterable<?>) call(option, "fallbackKeys")) {
            boolean isOld = (Boolean) call(other, "isDeprecated");
            (isOld ? old : fallback).add(text(call(other, "getKey")));
        }
        Class<?> type = (Class<?>) call(option, "getClazz");
        boolean list = (Boolean) call(option, "isList");
        List<String> values = new ArrayList<>();
        if (type.isEnum()) for (Object constant : type.getEnumConstants()) values.add(text(((Enum<?>) constant).name()));
        return "{\"key\":" + text(key)
                + ",\"type\":" + text(type.isEnum() ? "Enum" : type.getSimpleName())
                + (list ? ",\"list\":true" : "")
                + member("default", defaultText(call(option, "defaultValue")))
                + (values.isEmpty() ? "" : ",\"values\":[" + String.join(",", values) + "]")
                + (fallback.isEmpty() ? "" : ",\"fallbackKeys\":[" + String.join(",", fallback) + "]")
                + (old.isEmpty() ? "" : ",\"deprecatedKeys\":[" + String.join(",", old) + "]")
                + (deprecated ? ",\"deprecated\":true" : "")
                + "}";
    }

    /** Lists and maps as Flink's own grammar writes them; enums by name. */
    private static String defaultText(Object value) throws ReflectiveOperationException {
        if (value instanceof Collection) {
            List<String> items = new ArrayList<>();
            for (Object item : (Collection<?>) value) items.add(defaultText(item));
            return String.join(";", items);
        }
        if (value instanceof Enum) return ((Enum<?>) value).name();
        if (value instanceof java.time.Duration) {
            Class<?> times = Class.forName("org.apache.flink.util.TimeUtils", true, loader);
            return (String) times.getMethod("formatWithHighestUnit", java.time.Duration.class).invoke(null, value);
        }
        return value == null ? null : value.toString();
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        Method found = null;
        for (Class<?> type = target.getClass(); type != null && found == null; type = type.getSuperclass()) {
            try {
                found = type.getDeclaredMethod(method);
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        if (found == null) throw new NoSuchMethodException(method);
        found.setAccessible(true);
        return found.invoke(target);
    }

    private static String member(String name, String value) {
        return value == null || value.isEmpty() && !name.equals("default") ? "" : ",\"" + name + "\":" + text(value);
    }

    private static String text(Object value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : String.valueOf(value).toCharArray()) {
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < 0x20 || c > 0x7e) quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}

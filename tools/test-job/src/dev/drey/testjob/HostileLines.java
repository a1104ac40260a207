package dev.drey.testjob;

/** Lines that a careless log viewer runs, swallows, misplaces or chokes on. */
final class HostileLines {
  private static final String[] LINES = {
    "hostile markup <script>document.title='owned'</script><img src=x onerror=alert(1)>",
    "hostile escapes \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b[2J\u001b[H",
    "hostile control characters \u0000\u0001\u0008\u007f\u0085 tab\there",
    "hostile carriage return: this part\rhides behind this one",
    "hostile direction \u202egnp.exe\u202c and zero width a\u200bb\ufeffc",
    "hostile newline\n2026-01-01 00:00:00,000 ERROR dev.drey.Forged [] - a line that was never logged",
    "hostile newline without form\nplain continuation\n\n\tat dev.drey.Fake.method(Fake.java:1)",
    "hostile unicode \ud83d\udc1e \u0645\u0631\u062d\u0628\u0627 e\u0301 lone surrogate \ud800 end",
    "hostile placeholders {} {0} %s %n ${jndi:ldap://127.0.0.1/x} ${env:HOME}",
    "hostile long line " + "0123456789".repeat(2_000) + " end of long line",
    "hostile very long line " + "abcdefghij".repeat(20_000) + " end of very long line",
    "",
  };

  private HostileLines() {}

  static String at(long n) {
    return LINES[(int) (n % LINES.length)];
  }
}

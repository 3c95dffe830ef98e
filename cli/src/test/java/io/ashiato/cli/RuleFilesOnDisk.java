package io.ashiato.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// A folder of rules, good and bad, with examples and events, and `ashiato` run on it.
record RuleFilesOnDisk(Path folder) {
    static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    static final String RULE = """
            title: Tool with a switch
            id: 00000000-0000-4000-8000-000000000001
            status: test
            level: high
            author: Ann Other, Bob
            tags: [attack.execution, attack.t1059.001, attack.t1562.001]
            logsource: {product: windows, category: process_creation}
            detection:
              selection:
                Image|endswith: '\\tool.exe'
                CommandLine|contains: ['-x', '/x']
              filter_own:
                User: null
              condition: selection and not filter_own
            """;

    static RuleFilesOnDisk in(Path folder) throws IOException {
        var files = new RuleFilesOnDisk(folder);
        files.make();
        return files;
    }

    private void make() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        write("one.yml", RULE);
        write("one.positive.jsonl", event("C:\\\\TOOL.exe", "tool /X", "a") + "\n");
        write("one.negative.jsonl", event("C:\\\\tool.exe", "tool", "a") + "\n\n" + event("x", "-x", "a") + "\n");
        write("bare.yml", RULE.replace("0001", "0002").replace("title: Tool", "title: Bare tool"));
        write("broken.yml", RULE.replace("0001", "0003").replace("|endswith", "|endswiht"));
        write(
                "cloud.yml",
                RULE.replace("0001", "0004")
                        .replace("product: windows, category: process_creation", "product: nosuch"));
        write("event.json", event("C:\\\\tool.exe", "tool -x", "CORP\\\\a"));
        write("cut.json", "{\"Event\":{\"System\":{}");
        write("other.json", "{\"a\":1}");
        write("nothing.json", "  \n");
        write("log.evtx", "no log");
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /// One process creation as `dump` prints it.
    static String event(String image, String commandLine, String user) {
        return """
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":1,\
                "TimeCreated":{"#attributes":{"SystemTime":"2026-10-06T02:14:07.4124820Z"}},"Channel":"%s",\
                "Computer":"HOST"},"EventData":{"Image":"%s","CommandLine":"%s","User":"%s"}}}""".formatted(SYSMON, image, commandLine, user);
    }

    /// `@` in the line stands for the folder.
    CommandRun run(String line) {
        return run(Map.of("LANG", "C"), "", line);
    }

    CommandRun run(Map<String, String> environment, String standardInput, String line) {
        return CommandRun.in(
                environment,
                standardInput.getBytes(StandardCharsets.UTF_8),
                Arrays.stream(line.split(" "))
                        .map(word -> word.replace("@", folder.toString()))
                        .toArray(String[]::new));
    }
}

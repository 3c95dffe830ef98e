package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ashiato.bytes.Digests;
import io.ashiato.intake.Intakes.Outcome;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    @TempDir
    Path base;

    @TempDir
    Path scratch;

    private Path logs;

    @BeforeEach
    void makeFolder() throws IOException {
        logs = Files.createDirectory(base.resolve("logs"));
    }

    @Test
    void aFileKeepsThePathThatWasGiven() throws IOException {
        Files.writeString(logs.resolve("a.log"), "text");

        Outcome outcome = Intakes.walk(scratch, logs.resolve("../logs/a.log"));

        assertThat(outcome.paths()).containsExactly(logs + "/../logs/a.log");
        IntakeItem item = outcome.seen().get(0).item();
        assertThat(item.size()).isEqualTo(4);
        assertThat(item.sha256()).isEqualTo(Digests.sha256("text".getBytes(StandardCharsets.UTF_8)));
        assertThat(item.handling()).isEqualTo(IntakeItem.Handling.CONTENT);
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void aFolderIsWalkedInUtf8OrderOfWholePaths() throws IOException, InterruptedException {
        Files.createDirectories(logs.resolve("a/0"));
        for (String name : List.of("b", "a/x", "a.b", "a-b", "B", "日", "😀", "ｚ", "a/0/deep")) {
            write(name);
        }

        Outcome outcome = Intakes.walk(scratch, logs);

        assertThat(outcome.paths())
                .containsExactly(
                        logs + "/B",
                        logs + "/a-b",
                        logs + "/a.b",
                        logs + "/a/0/deep",
                        logs + "/a/x",
                        logs + "/b",
                        logs + "/日",
                        logs + "/ｚ",
                        logs + "/😀");
        assertThat(outcome.text(logs + "/日")).isEqualTo("日");
    }

    @Test
    void aSlashBehindTheFolderIsNotDoubled() throws IOException {
        Files.writeString(logs.resolve("a"), "a");

        Outcome outcome = Intakes.walk(scratch, IntakeLimits.DEFAULT, List.of(), List.of(logs + "/"));

        assertThat(outcome.paths()).containsExactly(logs + "/a");
    }

    @Test
    void argumentsComeInTheOrderGivenAndOnlyOnce() throws IOException {
        Path a = Files.writeString(logs.resolve("a"), "a");
        Path b = Files.writeString(logs.resolve("b"), "b");

        Outcome outcome = Intakes.walk(scratch, b, logs, a, b);

        assertThat(outcome.paths()).containsExactly(b.toString(), a.toString());
        assertThat(outcome.summary().repeated())
                .containsExactly(
                        new WalkSummary.Repeated(b.toString(), b.toString()),
                        new WalkSummary.Repeated(a.toString(), logs.toString()),
                        new WalkSummary.Repeated(b.toString(), b.toString()));
    }

    @Test
    void aLinkInAFolderIsReportedAndNotFollowed() throws IOException {
        Path secret = Files.writeString(base.resolve("secret"), "outside");
        Files.createSymbolicLink(logs.resolve("file-link"), secret);
        Files.createSymbolicLink(logs.resolve("loop"), logs);
        Files.createSymbolicLink(logs.resolve("nowhere"), Path.of("does-not-exist"));

        Outcome outcome = Intakes.walk(scratch, logs);

        assertThat(outcome.codes())
                .containsExactly(
                        "LINK_NOT_FOLLOWED " + logs + "/file-link",
                        "LINK_NOT_FOLLOWED " + logs + "/loop",
                        "LINK_NOT_FOLLOWED " + logs + "/nowhere");
        assertThat(outcome.diagnostics().get(0).details()).containsEntry("target", secret.toString());
        assertThat(outcome.seen()).allSatisfy(seen -> {
            assertThat(seen.item().handling()).isEqualTo(IntakeItem.Handling.NOT_READ);
            assertThat(seen.item().size()).isEqualTo(-1);
            assertThat(seen.item().sha256()).isEmpty();
        });
    }

    @Test
    void aLinkThatIsAnArgumentIsFollowedAndSaidSo() throws IOException {
        Files.writeString(logs.resolve("a"), "a");
        Path link = Files.createSymbolicLink(base.resolve("link"), logs);

        Outcome outcome = Intakes.walk(scratch, link);

        assertThat(outcome.paths()).containsExactly(link + "/a");
        assertThat(outcome.summary().followedLinks())
                .containsExactly(new WalkSummary.FollowedLink(
                        link.toString(), logs.toRealPath().toString()));
    }

    @Test
    @Timeout(60)
    void aPipeAndADeviceAreNotOpened() throws IOException, InterruptedException {
        Path pipe = logs.resolve("pipe");
        assumeTrue(runs("mkfifo", pipe.toString()), "no mkfifo here");

        Outcome outcome = Intakes.walk(scratch, logs, Path.of("/dev/null"));

        assertThat(outcome.codes()).containsExactly("NOT_A_REGULAR_FILE " + pipe, "NOT_A_REGULAR_FILE /dev/null");
    }

    @Test
    void anEmptyFileIsAnItemWithANote() throws IOException {
        Path empty = Files.createFile(logs.resolve("empty.evtx"));

        Outcome outcome = Intakes.walk(scratch, logs);

        assertThat(outcome.codes()).containsExactly("EMPTY_FILE " + empty);
        IntakeItem item = outcome.seen().get(0).item();
        assertThat(item.kind()).isEqualTo(EvidenceKind.EMPTY);
        assertThat(item.sha256()).isEqualTo(Digests.sha256(new byte[0]));
    }

    @Test
    void anUnreadableFileCostsOnlyItself() throws IOException {
        Path locked = Files.writeString(logs.resolve("locked"), "x");
        Files.writeString(logs.resolve("open"), "y");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(locked), "this user may read everything");

        Outcome outcome = Intakes.walk(scratch, logs);

        assertThat(outcome.codes()).containsExactly("UNREADABLE " + locked);
        assertThat(outcome.only(DiagnosticCode.UNREADABLE).details()).containsEntry("reason", "access-denied");
        assertThat(outcome.text(logs + "/open")).isEqualTo("y");
    }

    @Test
    void aFileTooLargeToHashIsLeftOut() throws IOException {
        Files.writeString(logs.resolve("a"), "12345");
        Files.writeString(logs.resolve("b"), "1234");

        Outcome outcome = Intakes.walk(scratch, Limits.with("fileBytes", 4), logs);

        assertThat(outcome.codes()).containsExactly("UNREADABLE " + logs + "/a");
        assertThat(outcome.text(logs + "/b")).isEqualTo("1234");
    }

    @Test
    void aFileThatChangesWhileItIsAnalysedIsReported() throws IOException {
        Path live = Files.writeString(logs.resolve("live.evtx"), "before");
        var codes = new ArrayList<String>();
        var found = (EvidenceArguments.Found) EvidenceArguments.resolve(List.of(live.toString()));

        new Intake(Intakes::kind, IntakeLimits.DEFAULT, scratch, List.of()).walk(found, new ItemVisitor() {
            @Override
            public Inside item(IntakeItem item) throws IOException {
                Files.writeString(live, " and after", StandardOpenOption.APPEND);
                assertThat(item.content().size()).isEqualTo(6);
                assertThat(item.content().read(4, new byte[10], 0, 10)).isEqualTo(2);
                return Inside.NONE;
            }

            @Override
            public void diagnostic(Diagnostic diagnostic) {
                codes.add(diagnostic.code() + " " + diagnostic.path());
            }
        });

        assertThat(codes).containsExactly("CHANGED_WHILE_READ " + live);
    }

    @Test
    void whatTheProgramWritesIsNotEvidence() throws IOException {
        Files.writeString(logs.resolve("a"), "a");
        Path caseFolder = Files.createDirectory(logs.resolve("my-case"));
        Files.writeString(caseFolder.resolve("case.json"), "{}");
        Path inner = Files.createDirectory(logs.resolve("scratch"));

        Outcome outcome = Intakes.walk(inner, IntakeLimits.DEFAULT, List.of(caseFolder), List.of(logs.toString()));

        assertThat(outcome.paths()).containsExactly(logs + "/a");
    }

    @Test
    void namesThatATerminalWouldObeyAreMadeVisible() throws IOException, InterruptedException {
        write("new\nline");
        write("esc\u001B[31m");
        write("turned\u202Etxt.exe");

        Outcome outcome = Intakes.walk(scratch, logs);

        assertThat(outcome.paths())
                .containsExactly(logs + "/esc\\u001B[31m", logs + "/new\\u000Aline", logs + "/turned\\u202Etxt.exe");
    }

    @Test
    void aNameThatIsNoUtf8IsReadAndItsBytesAreShown() throws IOException, InterruptedException {
        String script = "printf x > \"$1/$(printf 'a\\223\\372.log')\"";
        assumeTrue(runs("sh", "-c", script, "sh", logs.toString()), "no shell here, or a file system of Unicode names");

        Outcome outcome = Intakes.walk(scratch, logs);

        assertThat(outcome.paths()).containsExactly(logs + "/a\\x93\\xFA.log");
        assertThat(outcome.text(logs + "/a\\x93\\xFA.log")).isEqualTo("x");
    }

    @Test
    void foldersBelowTheDepthLimitAreReported() throws IOException {
        Files.createDirectories(logs.resolve("1/2/3"));
        Files.writeString(logs.resolve("1/2/seen"), "x");
        Files.writeString(logs.resolve("1/2/3/unseen"), "x");

        Outcome outcome = Intakes.walk(scratch, Limits.with("folderDepth", 3), logs);

        assertThat(outcome.codes()).containsExactly("TOO_DEEP " + logs + "/1/2/3");
        assertThat(outcome.text(logs + "/1/2/seen")).isEqualTo("x");
    }

    @Test
    void foldersDeeperThanAPathCanNameDoNotEndTheWalk() throws IOException {
        // Two folders, each as deep as Linux can name, one moved to the bottom of the other.
        String part = "/" + "0".repeat(200);
        Path upper = Files.createDirectories(Path.of(logs + part.repeat(15)));
        Path lower = Files.createDirectories(Path.of(base + "/lower" + part.repeat(15)));
        Files.writeString(lower.resolve("file"), "too deep to open");
        Path bottom = upper.resolve("lower");
        Files.move(base.resolve("lower"), bottom);
        Files.writeString(logs.resolve("z"), "z");

        Outcome outcome = Intakes.walk(scratch, logs);
        Files.move(bottom, base.resolve("lower")); // so that it can be deleted

        assertThat(outcome.only(DiagnosticCode.UNREADABLE).path()).startsWith(bottom.toString());
        assertThat(outcome.text(logs + "/z")).isEqualTo("z");
    }

    @Test
    void theItemLimitEndsTheWalkWithOneDiagnostic() throws IOException {
        for (int i = 19; i >= 0; i--) {
            Files.writeString(logs.resolve("f" + (char) ('a' + i)), "x");
        }

        Outcome outcome = Intakes.walk(scratch, Limits.with("items", 3), logs);

        assertThat(outcome.paths()).containsExactly(logs + "/fa", logs + "/fb", logs + "/fc");
        assertThat(outcome.only(DiagnosticCode.TOO_MANY_ITEMS).details()).containsEntry("limit", "3");
    }

    @Test
    void theLengthOfAllPathsIsLimited() throws IOException {
        Files.writeString(logs.resolve("a"), "x");
        Files.writeString(logs.resolve("b"), "x");

        Outcome outcome =
                Intakes.walk(scratch, Limits.with("pathChars", logs.toString().length() + 3), logs);

        assertThat(outcome.paths()).containsExactly(logs + "/a");
        assertThat(outcome.only(DiagnosticCode.TOO_MANY_ITEMS).path()).isEqualTo(logs + "/b");
    }

    /// Writes a file that holds its own name. Not every locale lets Java name every file, but shells take bytes.
    private void write(String name) throws IOException, InterruptedException {
        var octal = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            octal.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
        }
        String script = "n=$(printf '" + octal + "') && printf %s \"$n\" > \"$1/$n\"";
        assumeTrue(runs("sh", "-c", script, "sh", logs.toString()), "no shell here");
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}

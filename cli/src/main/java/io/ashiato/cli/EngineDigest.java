package io.ashiato.cli;

import com.google.re2j.Pattern;
import io.ashiato.bytes.Digests;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;

/// Tells programs apart that may read the same rules differently.
final class EngineDigest {
    /// One class of each jar that has a say in what a rule means.
    private static final List<Class<?>> PARTS =
            List.of(RuleSet.class, RuleFolders.class, RuleInfo.class, Digests.class, Load.class, Pattern.class);

    private static final List<String> STATE = List.of("unix:ino", "unix:size", "unix:ctime");

    private EngineDigest() {}

    /// A digest of what the file system tells of these jars; absent where the program does not run from jars, or the
    /// file system does not tell it.
    ///
    /// Name, number and size of a file and the time of the last change of its status: that time cannot be set, so it
    /// tells a jar that was replaced by one of equal size and age, as in `bin/aot-cache`. To digest the jars' bytes at
    /// each start takes ten times as long as to find the rules.
    static Optional<byte[]> ofThisProgram() {
        var state = new StringBuilder();
        try {
            for (Class<?> part : PARTS) {
                CodeSource source = part.getProtectionDomain().getCodeSource();
                Path jar = Path.of(source.getLocation().toURI());
                if (!Files.isRegularFile(jar)) {
                    return Optional.empty();
                }
                state.append(jar);
                for (String attribute : STATE) {
                    state.append('\n').append(Files.getAttribute(jar, attribute));
                }
                state.append('\n');
            }
            return Optional.of(Digests.sha256().digest(state.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | URISyntaxException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

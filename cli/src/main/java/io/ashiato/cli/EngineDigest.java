package io.ashiato.cli;

import com.google.re2j.Pattern;
import io.ashiato.bytes.Digests;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;

/// Tells programs apart that may read the same rules differently.
final class EngineDigest {
    /// One class of each jar that has a say in what a rule means.
    private static final List<Class<?>> PARTS =
            List.of(RuleSet.class, RuleFolders.class, RuleInfo.class, Digests.class, Load.class, Pattern.class);

    private EngineDigest() {}

    /// The SHA-256 of these jars; absent where the program does not run from jars. Their bytes, since a build
    /// that changes a rule's meaning may leave size and version as they were: they are 2 MB, which takes some
    /// 10 ms.
    static Optional<byte[]> ofThisProgram() {
        MessageDigest digest = Digests.sha256();
        try {
            for (Class<?> part : PARTS) {
                CodeSource source = part.getProtectionDomain().getCodeSource();
                Path jar = Path.of(source.getLocation().toURI());
                if (!Files.isRegularFile(jar)) {
                    return Optional.empty();
                }
                digest.update(Digests.sha256().digest(Files.readAllBytes(jar)));
            }
            return Optional.of(digest.digest());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}

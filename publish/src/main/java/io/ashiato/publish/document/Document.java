package io.ashiato.publish.document;

import java.util.List;

/// A whole publication in one language, without a format.
///
/// @param language its tag, such as `en`
/// @param other the same publication in the other language
public record Document(
        String language, Masthead masthead, Other other, Opening opening, Wording wording, List<Section> sections) {
    public Document {
        sections = List.copyOf(sections);
    }

    /// What stands in the head of every page.
    ///
    /// @param label the sharing label, never translated, such as `TLP:AMBER`
    /// @param sharing what the label means, in words
    /// @param notice what must stand on every page; empty where nothing must
    public record Masthead(
            String kind, String label, String sharing, Line date, String number, Line title, Line lead, Line notice) {}

    /// @param tag of the language, such as `ja`
    /// @param file name of the publication without its extension
    public record Other(String tag, String name, String file) {}

    /// The first screen: what is judged, what to do, and one figure.
    public record Opening(List<Judgement> judgements, List<Action> actions, List<Block> after) {
        public Opening {
            judgements = List.copyOf(judgements);
            actions = List.copyOf(actions);
            after = List.copyOf(after);
        }
    }

    /// @param standing how it is held: observed, or how likely
    /// @param basis how good the ground of it is, in a sentence of its own
    /// @param marks where its evidence is
    public record Judgement(Run.Badge standing, Line claim, Line basis, Line marks) {}

    public record Action(Line text, Line marks) {}

    /// The renderer's own words, so that it needs no language.
    public record Wording(
            String judgements, String actions, String noActions, String contents, String skip, Line generator) {}

    /// @param id an anchor, the same in each language
    /// @param number `1` to `16`, `A` to `D`
    public record Section(String id, String number, Line title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}

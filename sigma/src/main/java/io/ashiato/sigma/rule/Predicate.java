package io.ashiato.sigma.rule;

/// One question about an event. Where a field has several values, one that fits is enough.
///
/// Equality and hash of [Field] are written by hand as those of [ValueTest.Text], and for the same reason.
///
/// A field that is absent answers every question with no, but [Absent].
public sealed interface Predicate {
    record Field(String field, ValueTest test) implements Predicate {
        @Override
        public boolean equals(Object other) {
            return other instanceof Field same && field.equals(same.field) && test.equals(same.test);
        }

        @Override
        public int hashCode() {
            return 31 * field.hashCode() + test.hashCode();
        }
    }

    /// A test that any text of the event may pass, the envelope's too; names of fields do not count.
    record Keyword(ValueTest test) implements Predicate {}

    /// Sigma's `null`: the field is not there. A field that is there and empty is `''`, not `null`.
    record Absent(String field) implements Predicate {}

    /// Sigma's `exists`: the field is there, be it empty.
    record Present(String field) implements Predicate {}

    /// Sigma's `fieldref`: compares a field with another field of the same event.
    record FieldReference(String field, String other, Relation relation, boolean cased) implements Predicate {}

    /// How the values of two fields have to lie to each other.
    enum Relation {
        EQUALS,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS
    }
}

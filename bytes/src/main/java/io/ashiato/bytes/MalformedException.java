package io.ashiato.bytes;

/// Ends the reading of one structure. The loop over such structures catches it, keeps the [Damage]
/// and goes on; it never leaves a reader's package.
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Damage damage;

    public MalformedException(Damage damage) {
        super(damage.toString(), null, false, false); // thrown per damaged record: no stack trace
        this.damage = damage;
    }

    public Damage damage() {
        return damage;
    }
}

package io.ashiato.model;

/// How likely a judgement is true: the seven ranges of ICD 203 (first row of its table), in percent.
/// The lower bound belongs to the range, the upper does not.
public enum Likelihood {
    ALMOST_NO_CHANCE(1, 5),
    VERY_UNLIKELY(5, 20),
    UNLIKELY(20, 45),
    ROUGHLY_EVEN(45, 55),
    LIKELY(55, 80),
    VERY_LIKELY(80, 95),
    ALMOST_CERTAIN(95, 99);

    private final int low;
    private final int high;

    Likelihood(int low, int high) {
        this.low = low;
        this.high = high;
    }

    public int low() {
        return low;
    }

    public int high() {
        return high;
    }
}

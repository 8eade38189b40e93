// Two vectors whose numbers change places: what lies alternately in memory, side by side, and the other way round.

/// A vector whose halves have a name. The standard library gives them to each width by itself, so the three widths below
/// say the same in the same words.
protocol HalvedVector: SIMD<Float> {
    /// a₀ a₂ … b₀ b₂ …
    static func evens(_ a: Self, _ b: Self) -> Self
    /// a₁ a₃ … b₁ b₃ …
    static func odds(_ a: Self, _ b: Self) -> Self
    /// a₀ b₀ a₁ b₁ …, of the lower halves, and of the upper ones.
    static func alternating(_ a: Self, _ b: Self) -> (Self, Self)
}

extension SIMD16<Float>: HalvedVector {
    @inline(__always) static func evens(_ a: Self, _ b: Self) -> Self {
        Self(lowHalf: a.evenHalf, highHalf: b.evenHalf)
    }
    @inline(__always) static func odds(_ a: Self, _ b: Self) -> Self {
        Self(lowHalf: a.oddHalf, highHalf: b.oddHalf)
    }
    @inline(__always) static func alternating(_ a: Self, _ b: Self) -> (Self, Self) {
        var (lower, upper) = (Self(), Self())
        (lower.evenHalf, lower.oddHalf) = (a.lowHalf, b.lowHalf)
        (upper.evenHalf, upper.oddHalf) = (a.highHalf, b.highHalf)
        return (lower, upper)
    }
}

extension SIMD8<Float>: HalvedVector {
    @inline(__always) static func evens(_ a: Self, _ b: Self) -> Self {
        Self(lowHalf: a.evenHalf, highHalf: b.evenHalf)
    }
    @inline(__always) static func odds(_ a: Self, _ b: Self) -> Self {
        Self(lowHalf: a.oddHalf, highHalf: b.oddHalf)
    }
    @inline(__always) static func alternating(_ a: Self, _ b: Self) -> (Self, Self) {
        var (lower, upper) = (Self(), Self())
        (lower.evenHalf, lower.oddHalf) = (a.lowHalf, b.lowHalf)
        (upper.evenHalf, upper.oddHalf) = (a.highHalf, b.highHalf)
        return (lower, upper)
    }
}

extension SIMD4<Float>: HalvedVector {
    @inline(__always) static func evens(_ a: Self, _ b: Self) -> Self {
        Self(lowHalf: a.evenHalf, highHalf: b.evenHalf)
    }
    @inline(__always) static func odds(_ a: Self, _ b: Self) -> Self {
        Self(lowHalf: a.oddHalf, highHalf: b.oddHalf)
    }
    @inline(__always) static func alternating(_ a: Self, _ b: Self) -> (Self, Self) {
        var (lower, upper) = (Self(), Self())
        (lower.evenHalf, lower.oddHalf) = (a.lowHalf, b.lowHalf)
        (upper.evenHalf, upper.oddHalf) = (a.highHalf, b.highHalf)
        return (lower, upper)
    }
}

extension HalvedVector {
    /// Of numbers that lie in fours, all the first ones, all the second ones, all the third and all the fourth.
    @inline(__always)
    static func fours(at x: UnsafePointer<Float>) -> (Self, Self, Self, Self) {
        let (a, b, c, d): (Self, Self, Self, Self) = (
            load(x), load(x + scalarCount), load(x + 2 * scalarCount), load(x + 3 * scalarCount)
        )
        let (even, odd) = ((evens(a, b), evens(c, d)), (odds(a, b), odds(c, d)))
        return (evens(even.0, even.1), evens(odd.0, odd.1), odds(even.0, even.1), odds(odd.0, odd.1))
    }

    /// Writes them back, as fours.
    @inline(__always)
    static func storeFours(_ y: (Self, Self, Self, Self), to out: UnsafeMutablePointer<Float>) {
        let (even, odd) = (alternating(y.0, y.2), alternating(y.1, y.3))
        let (first, second) = (alternating(even.0, odd.0), alternating(even.1, odd.1))
        store(first.0, to: out)
        store(first.1, to: out + scalarCount)
        store(second.0, to: out + 2 * scalarCount)
        store(second.1, to: out + 3 * scalarCount)
    }
}

// # Mathematical functions, element by element, and their derivatives
//
// Roots, powers, logarithms, sine and cosine. The activation functions (relu, sigmoid, tanh and so on) are in
// Activations.swift.
//
// Where a number is NaN or infinite, or where a function has no slope, all operations keep to the same rules:
//
//     NaN is never hidden       What is made from NaN is NaN: sign, relu, a maximum, a clamp too. (x⁰ and 1ˣ are 1.)
//     nor its gradient          A function that chooses (relu, maximum, minimum, clamped) passes dy on where it finds
//                               NaN; the others multiply by their slope there, which is NaN.
//     formulas are meant        Otherwise a rule is computed as it is written: √x has the slope ∞ at 0, and 0 · ∞ is NaN.
//     a kink has the slope 0    |x| at 0, relu at 0, the standard deviation of equal numbers, a norm at the zero
//                               vector; equal maxima share dy.
//     a constant has none       x⁰ at 0, 0ᵇ for b ≥ 0, ln Σ eˣ where all x are -∞.
//
// PyTorch has the same values and gradients, except that sign and the gradients of |x|, of a clamp, and of the 1- and
// ∞-norm are 0 at NaN there, that the gradient of logSumExp is NaN where all x are -∞, and that of a product at a
// factor that is infinite or NaN, that x^½ and x^-½ come from √x, that gelu(∞) may be NaN, and that the slopes of elu
// and hardSwish at NaN may be 1.

extension Tensor {
    /// y = |x|   ⇒   dx = dy · sign x
    public func abs() -> Tensor { each(.abs).recorded("abs", self) { dy in dy * each(.sign) } }

    /// y = x²   ⇒   dx = dy · 2x
    public func squared() -> Tensor { each(.square).recorded("squared", self) { dy in dy * (2 * detached()) } }

    /// y = √x   ⇒   dx = dy / 2y
    public func sqrt() -> Tensor {
        let y = each(.squareRoot)
        return y.recorded("sqrt", self) { dy in dy / (2 * y) }
    }

    /// y = xᵖ   ⇒   dx = dy · p xᵖ⁻¹
    public func pow(_ p: Float) -> Tensor {
        if p == 2 { return squared() }
        return Tensor.combine(.power, "pow", self, Tensor(p)).recorded("pow", self) { dy in
            p == 0 ? .zeros(shape) : dy * (p * detached().pow(p - 1))  // x⁰ is flat, even where x is 0
        }
    }

    /// y = aᵇ, broadcast   ⇒   da = dy · b aᵇ⁻¹, db = dy · y ln a
    ///
    /// A constant has no slope: da is 0 where b is 0, and db where a is 0 and b is not negative.
    public func pow(_ b: Tensor) -> Tensor {
        let (a, b0) = (detached(), b.detached())
        let y = Tensor.combine(.power, "pow", a, b0)
        return y.recorded("pow", self, b) { dy in
            Tensor.where(b0 .== 0, 0, dy * (b0 * a.pow(b0 - 1)))
        } _: { dy in
            Tensor.where((a .== 0) .& (b0 .>= 0), 0, dy * (y * a.log()))
        }
    }

    /// y = eˣ   ⇒   dx = dy · y
    public func exp() -> Tensor {
        let y = each(.exp)
        return y.recorded("exp", self) { dy in dy * y }
    }

    /// y = ln x   ⇒   dx = dy / x
    public func log() -> Tensor { each(.log).recorded("log", self) { dy in dy / detached() } }

    /// y = sin x   ⇒   dx = dy · cos x
    public func sin() -> Tensor { each(.sin).recorded("sin", self) { dy in dy * each(.cos) } }

    /// y = cos x   ⇒   dx = -dy · sin x
    public func cos() -> Tensor { each(.cos).recorded("cos", self) { dy in -dy * each(.sin) } }

    /// y = erf x = 2/√π ∫₀ˣ e^(-t²) dt   ⇒   dx = dy · 2/√π e^(-x²)
    public func erf() -> Tensor {
        each(.erf).recorded("erf", self) { dy in dy * (1.1283792 * (-each(.square)).exp()) }
    }

    /// y = x kept between two bounds   ⇒   dx = dy where x is between them, else 0
    public func clamped(min low: Float = -.infinity, max high: Float = .infinity) -> Tensor {
        require(low <= high, "clamped(min: \(low), max: \(high))", "the bounds are the wrong way round")
        let y = Tensor.combine(
            .minimum, "clamped", Tensor.combine(.maximum, "clamped", detached(), Tensor(low)), Tensor(high))
        return y.recorded("clamped", self) { dy in
            Tensor.where((detached() .< low) .| (detached() .> high), 0, dy)
        }
    }

    /// -1, 0 or 1. Flat except for one step, hence untracked.
    public func sign() -> Tensor { each(.sign) }

    /// The whole numbers below or nearest (ties to even). Flat between steps, hence untracked.
    public func floor() -> Tensor { each(.floor) }
    public func rounded() -> Tensor { each(.round) }
}

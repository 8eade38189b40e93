// # Functions that bend
//
// The relatives of relu (see Functions.swift): each lets positive numbers through nearly unchanged
// and holds negative ones back, but none is entirely flat.

extension Tensor {
    /// y = x where x > 0, else slope · x   ⇒   dx = dy where x > 0, else slope · dy
    public func leakyReLU(slope: Float = 0.01) -> Tensor {
        let x = detached()
        return Tensor.combine(.leak, "leakyReLU", x, Tensor(slope)).recorded("leakyReLU", self) { dy in
            Tensor.where(x .> 0, dy, slope * dy)
        }
    }

    /// y = ln(1 + eˣ), a relu with a round corner   ⇒   dx = dy · sigmoid x
    public func softplus() -> Tensor { each(.softplus).recorded("softplus", self) { dy in dy * each(.sigmoid) } }

    /// y = x Φ(x), with Φ the bell curve's share below x   ⇒   dx = dy · (Φ(x) + x e^(-x²/2) / √2π)
    ///
    /// The exact form, by erf; there is a well-known approximation by tanh, which this is not.
    public func gelu() -> Tensor { each(.gelu).recorded("gelu", self) { dy in dy * each(.geluSlope) } }

    /// y = erf x = 2/√π ∫₀ˣ e^(-t²) dt   ⇒   dx = dy · 2/√π e^(-x²)
    public func erf() -> Tensor {
        each(.erf).recorded("erf", self) { dy in dy * (1.1283792 * (-each(.square)).exp()) }
    }
}

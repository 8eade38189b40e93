// # Activation functions: what makes a net nonlinear
//
// Two linear layers in a row amount to one linear layer, unless a function between them is not linear. Relu is
// the plain choice; its relatives let negative numbers through a little. Sigmoid and tanh squeeze any number into
// 0...1 and -1...1. (Softmax, which looks at many numbers at once, is in Softmax.swift.)

extension Tensor {
    /// y = max(x, 0)   ⇒   dx = dy where y > 0, else 0
    public func relu() -> Tensor {
        let y = each(.relu)
        return y.recorded("relu", self) { dy in Tensor.combine(.gate, "relu", dy, y) }
    }

    /// y = 1 / (1 + e⁻ˣ)   ⇒   dx = dy · y (1 - y)
    public func sigmoid() -> Tensor {
        let y = each(.sigmoid)
        return y.recorded("sigmoid", self) { dy in dy * (y * (1 - y)) }
    }

    /// y = tanh x   ⇒   dx = dy · (1 - y²)
    public func tanh() -> Tensor {
        let y = each(.tanh)
        return y.recorded("tanh", self) { dy in dy * (1 - y.squared()) }
    }

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
    /// The exact form, with erf, not the well-known approximation with tanh.
    public func gelu() -> Tensor { each(.gelu).recorded("gelu", self) { dy in dy * each(.geluSlope) } }
}

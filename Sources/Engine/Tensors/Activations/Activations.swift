// # Activation functions: what makes a net nonlinear
//
// Two linear layers in a row amount to one linear layer, unless a function between them is not linear. Relu is
// the plain choice; its relatives let negative numbers through a little. Sigmoid and tanh squeeze any number into
// 0...1 and -1...1. (Softmax, which looks at many numbers at once, is in Softmax.swift; silu, mish and their like are
// in GatedUnits.swift.)

extension Tensor {
    /// y = max(x, 0)   ⇒   dx = dy where y > 0, else 0
    public func relu() -> Tensor {
        let y = each(.relu)
        return y.recorded("relu", self) { dy in Tensor.combine(.gate, "relu", dy, y) }
    }

    /// y = max(x, 0), and 6 at most   ⇒   dx = dy where 0 < x < 6, else 0
    ///
    /// A. Krizhevsky, "Convolutional Deep Belief Networks on CIFAR-10" (2010); small numbers fit into few bits.
    public func relu6() -> Tensor {
        let y = detached().clamped(min: 0, max: 6)
        return y.recorded("relu6", self) { dy in Tensor.where((y .<= 0) .| (y .>= 6), 0, dy) }
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
    public func leakyReLU(slope: Float = 0.01) -> Tensor { leakyReLU(slopes: Tensor(slope)) }

    /// The same with slopes a that may be learned, broadcast   ⇒   da = 0 where x > 0, else dy · x
    ///
    /// K. He et al., "Delving Deep into Rectifiers" (2015). (PyTorch's `prelu`.)
    public func leakyReLU(slopes: Tensor) -> Tensor {
        let (x, a) = (detached(), slopes.detached())
        return Tensor.combine(.leak, "leakyReLU", x, a).recorded("leakyReLU", self, slopes) { dy in
            Tensor.where(x .> 0, dy, a * dy)
        } _: { dy in
            Tensor.where(x .> 0, 0, dy * x)
        }
    }

    /// y = x where x > 0, else α (eˣ - 1)   ⇒   dx = dy where x > 0, else dy · α eˣ
    ///
    /// D. Clevert et al., "Fast and Accurate Deep Network Learning by Exponential Linear Units" (2016).
    public func elu(alpha: Float = 1) -> Tensor {
        let x = detached()
        return Tensor.combine(.elu, "elu", x, Tensor(alpha)).recorded("elu", self) { dy in
            dy * Tensor.combine(.eluSlope, "elu", x, Tensor(alpha))
        }
    }

    /// y = ln(1 + eˣ), a relu with a round corner   ⇒   dx = dy · sigmoid x
    public func softplus() -> Tensor { each(.softplus).recorded("softplus", self) { dy in dy * each(.sigmoid) } }

    /// y = x Φ(x), with Φ the bell curve's share below x   ⇒   dx = dy · (Φ(x) + x e^(-x²/2) / √2π)
    ///
    /// The exact form, with erf, not the well-known approximation with tanh.
    public func gelu() -> Tensor { each(.gelu).recorded("gelu", self) { dy in dy * each(.geluSlope) } }
}

// # Gated units: x times how open the gate is
//
// Relu multiplies x by 0 or by 1. Silu, mish and hard swish multiply it by something in between that depends on x, so
// they bend where relu has a corner, and dip a little below 0 before they rise. At -∞ the gate is shut, and 0 · ∞ is
// NaN, as in PyTorch. (Gelu, in Activations.swift, is one of them too.)

extension Tensor {
    /// y = x · sigmoid x   ⇒   dx = dy · (s + x s (1 - s)), s = sigmoid x
    ///
    /// Also called swish: P. Ramachandran et al., "Searching for Activation Functions" (2017).
    public func silu() -> Tensor { each(.silu).recorded("silu", self) { dy in dy * each(.siluSlope) } }

    /// y = x t, t = tanh(ln(1 + eˣ))   ⇒   dx = dy · (t + x (1 - t²) sigmoid x)
    ///
    /// D. Misra, "Mish: A Self Regularized Non-Monotonic Activation Function" (2020).
    public func mish() -> Tensor { each(.mish).recorded("mish", self) { dy in dy * each(.mishSlope) } }

    /// y = x · (x + 3, kept in 0...6) / 6   ⇒   dx = 0 up to -3, dy from 3 on, dy · (x / 3 + ½) in between
    ///
    /// Silu without powers of e: A. Howard et al., "Searching for MobileNetV3" (2019).
    public func hardSwish() -> Tensor {
        each(.hardSwish).recorded("hardSwish", self) { dy in dy * each(.hardSwishSlope) }
    }
}

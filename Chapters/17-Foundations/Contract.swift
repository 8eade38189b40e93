// A minimal copy of what sections 17.8 and 17.9 define, until they are merged.

import Tensors

public final class Variable {
    public let value: Tensor
    public var g: Tensor?
    public init(_ value: Tensor) { self.value = value }
}

public func linear(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor { x.matmul(w) + b }
public func relu(_ x: Tensor) -> Tensor { x.clamped(min: 0) }
public func mse(_ output: Tensor, _ target: Tensor) -> Tensor { (output.squeezed(-1) - target).squared().mean() }

public func mseGradient(_ input: Variable, _ target: Tensor) {
    input.g = 2 * (input.value.squeezed(-1) - target).unsqueezed(-1) / Float(input.value.shape[0])
}
public func reluGradient(_ input: Variable, _ output: Variable) {
    input.g = Tensor(input.value .> 0) * output.g!
}
public func linearGradient(_ input: Variable, _ output: Variable, _ w: Variable, _ b: Variable) {
    input.g = output.g!.matmul(w.value.T)
    w.g = input.value.T.matmul(output.g!)
    b.g = output.g!.sum(axis: 0)
}

public struct LittleNet {
    public let x, y, w1, b1, w2, b2: Tensor
    public init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        x = .randn(200, 100, using: &random)
        y = .randn(200, using: &random)
        w1 = .randn(100, 50, using: &random) * Float(2.0 / 100).squareRoot()
        b1 = .zeros(50)
        w2 = .randn(50, 1, using: &random) * Float(2.0 / 50).squareRoot()
        b2 = .zeros(1)
    }
}

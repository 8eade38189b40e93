// A minimal copy of what sections 17.2, 17.8 and 17.9 define, until they are merged.

import Datasets
import Tensors

public final class Variable {
    public let value: Tensor
    public var g: Tensor?
    public init(_ value: Tensor) { self.value = value }
    public var gradient: Tensor {
        guard let g else { stop("the gradient of \(value.shape)", "nothing has computed it yet") }
        return g
    }
}

public func linear(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor { x.matmul(w) + b }
public func relu(_ x: Tensor) -> Tensor { x.clamped(min: 0) }
public func relu(_ x: Float) -> Float { x >= 0 ? x : 0 }
public func mse(_ output: Tensor, _ target: Tensor) -> Tensor { (output.squeezed(-1) - target).squared().mean() }

public func mseGradient(_ input: Variable, _ target: Tensor) {
    let difference = input.value.squeezed(-1) - target
    input.g = (2 * difference / Float(target.count)).unsqueezed(-1)
}
public func reluGradient(_ input: Variable, _ output: Variable) {
    input.g = Tensor(input.value .> 0) * output.gradient
}
public func linearGradient(_ input: Variable, _ output: Variable, _ w: Variable, _ b: Variable) {
    input.g = output.gradient.matmul(w.value.T)
    w.g = input.value.T.matmul(output.gradient)
    b.g = output.gradient.sum(axis: 0)
}

public struct LittleNetVariables {
    public let x, w1, b1, w2, b2: Variable
    public init(_ net: LittleNet) {
        (x, w1, b1) = (Variable(net.x), Variable(net.w1), Variable(net.b1))
        (w2, b2) = (Variable(net.w2), Variable(net.b2))
    }
}

@discardableResult
public func forwardAndBackward(
    _ net: LittleNetVariables, _ target: Tensor
) -> (l1: Variable, l2: Variable, output: Variable, loss: Tensor) {
    let l1 = Variable(linear(net.x.value, net.w1.value, net.b1.value))
    let l2 = Variable(relu(l1.value))
    let output = Variable(linear(l2.value, net.w2.value, net.b2.value))
    let loss = mse(output.value, target)

    mseGradient(output, target)
    linearGradient(l2, output, net.w2, net.b2)
    reluGradient(l1, l2)
    linearGradient(net.x, l1, net.w1, net.b1)
    return (l1, l2, output, loss)
}

public struct LittleNet: Sendable {
    public let x, y, w1, b1, w2, b2: Tensor
    public init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        (x, y) = (.randn(200, 100, using: &random), .randn(200, using: &random))
        (w1, b1) = (.randn(100, 50, using: &random) * Float(2.0 / 100).squareRoot(), .zeros(50))
        (w2, b2) = (.randn(50, 1, using: &random) * Float(2.0 / 50).squareRoot(), .zeros(1))
    }
}

public func largestDifference(_ a: Tensor, _ b: Tensor) -> Float {
    require(a.shape == b.shape, "comparing \(a.shape) with \(b.shape)", "the shapes differ")
    return zip(a.scalars, b.scalars).map { abs($0 - $1) }.max() ?? 0
}

struct RandomNormals: DataOrigin {
    let name = "normal random numbers"
    let bookName = "normal random numbers"
    let notices: [String] = []
}

extension Foundations {
    var normals: RandomNormals { RandomNormals() }
}

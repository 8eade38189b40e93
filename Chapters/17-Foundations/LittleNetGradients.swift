// What every version of the little net computes in the end: its loss, and five gradients.

import Tensors

/// The numbers of the little net that get a gradient, each with an empty slot for it.
public struct LittleNetVariables {
    public let x, w1, b1, w2, b2: Variable

    public init(_ net: LittleNet) {
        (x, w1, b1) = (Variable(net.x), Variable(net.w1), Variable(net.b1))
        (w2, b2) = (Variable(net.w2), Variable(net.b2))
    }

    /// What is in the slots after a backward pass.
    public func gradients(of loss: Tensor) -> LittleNetGradients {
        LittleNetGradients(loss: loss, x: x.g!, w1: w1.g!, b1: b1.g!, w2: w2.g!, b2: b2.g!)
    }
}

/// The loss of the little net, and its gradient with respect to the input and the four parameters.
public struct LittleNetGradients {
    public let loss: Float
    public let x, w1, b1, w2, b2: Tensor

    public init(loss: Tensor, x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
        self.loss = loss.item
        (self.x, self.w1, self.b1, self.w2, self.b2) = (x, w1, b1, w2, b2)
    }

    /// The gradients with their names, from the input to the last bias.
    public var named: [(name: String, gradient: Tensor)] {
        [("x", x), ("w1", w1), ("b1", b1), ("w2", w2), ("b2", b2)]
    }

    /// How far each of the five gradients is from the other version's, at most.
    public func largestDifferences(from other: LittleNetGradients) -> [Float] {
        zip(named, other.named).map { largestDifference($0.gradient, $1.gradient) }
    }
}

/// The largest difference between two tensors of the same shape.
func largestDifference(_ a: Tensor, _ b: Tensor) -> Float {
    require(a.shape == b.shape, "the difference of \(a.shape) and \(b.shape)", "they differ in shape")
    return (a.detached() - b.detached()).abs().max().item
}

// What every version of the little net computes in the end: its loss, and five gradients. And the version that all
// others are compared with: the functions of section 17.9.

import Tensors

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

extension LittleNetVariables {
    /// What is in the slots after a backward pass.
    public func gradients(of loss: Tensor) -> LittleNetGradients {
        LittleNetGradients(
            loss: loss, x: x.gradient, w1: w1.gradient, b1: b1.gradient, w2: w2.gradient, b2: b2.gradient)
    }
}

/// The little net in functions.
public enum WithFunctions {
    public static func gradients(of net: LittleNet) -> LittleNetGradients {
        let slots = LittleNetVariables(net)
        let loss = forwardAndBackward(slots, net.y).loss
        return slots.gradients(of: loss)
    }
}

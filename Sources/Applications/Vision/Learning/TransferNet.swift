// A body that knows something already, and a head that has yet to learn what is asked.

import Layers
import Tensors
import Training

/// Body and head: pictures [n, 3, h, w] → [n, outputs].
public final class TransferNet: Module, Layer, GroupedNet {
    public let body: Sequential
    public let head: Sequential
    /// The layers of the body in each of its groups.
    private let bodyGroups: [Range<Int>]

    public init(_ body: Body, head: Sequential) {
        (self.body, self.head, bodyGroups) = (body.layers, head, body.groups)
    }

    public func forward(_ x: Tensor) -> Tensor { head(body(x)) }

    /// The layers of each parameter group, from the pictures to the answer. The last one is the head.
    public var groups: [[Module]] { bodyGroups.map { Array(body.layers[$0]) } + [[head]] }
}

/// Keeps the batch norms of frozen layers as they are: they normalize by the averages that they have, also in training.
/// (The book's `BnFreeze`.)
final class FrozenNorms: Callback {
    private let norms: () -> [BatchNorm]

    init(_ norms: @escaping () -> [BatchNorm]) { self.norms = norms }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .batch, learner.isTraining { norms().forEach { $0.eval() } }
    }
}

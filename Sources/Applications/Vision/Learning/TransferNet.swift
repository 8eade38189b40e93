// A body that knows something already, and a head that has yet to learn what is asked.
//
// What both hold is sorted into parameter groups, so that some can be left as they are (frozen), and some learn more slowly
// than others.

import Layers
import Tensors
import Training

/// Body and head: pictures [n, 3, h, w] → [n, outputs].
public final class TransferNet: Module, Layer {
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

    /// Lets the parameters of the last groups learn, and freezes those before.
    /// - Parameters:
    ///   - first: the first group that learns; counted from the end where it is below 0.
    ///   - normsLearn: whether batch norms learn in any case, also in frozen groups, as in the book's library: what is
    ///     normal in the new photos is not what was normal in the old ones.
    public func freeze(to first: Int, normsLearn: Bool = true) {
        let groups = groups
        let place = first < 0 ? first + groups.count : first
        require(
            (0...groups.count).contains(place), "freeze(to: \(first))", "the net has \(groups.count) parameter groups",
            try: "a number from \(-groups.count) to \(groups.count)")
        for (number, group) in groups.enumerated() {
            let norms = Set(group.flatMap(\.norms).flatMap(\.parameters).map(ObjectIdentifier.init))
            for parameter in group.flatMap(\.parameters) {
                let isOfNorm = norms.contains(ObjectIdentifier(parameter))
                parameter.requiresGrad = number >= place || normsLearn && isOfNorm
            }
        }
    }
}

extension Module {
    /// This module and its parts, as far as they are batch norms.
    var norms: [BatchNorm] { namedModules.compactMap { $0.module as? BatchNorm } }
}

extension TransferNet {
    /// The parameters for an optimizer: two groups for each of the net's, its weights, and what is not drawn towards zero
    /// (biases and norms).
    /// - Parameter rates: one for each group; what the optimizer's learning rate is multiplied by.
    func parameterGroups(rates: [Float]) -> [ParameterGroup] {
        var seen: Set<ObjectIdentifier> = []
        return zip(groups, rates).flatMap { group, rate in
            let parameters = group.flatMap(\.parameters).filter { seen.insert(ObjectIdentifier($0)).inserted }
            // Of the usual layers, these have one axis.
            let (plain, weights) = (parameters.filter { $0.shape.count < 2 }, parameters.filter { $0.shape.count >= 2 })
            return [
                ParameterGroup(weights, learningRateScale: rate),
                ParameterGroup(plain, learningRateScale: rate, weightDecay: 0),
            ]
        }
    }
}

/// Keeps the batch norms of frozen layers as they are: they normalise by the averages that they have, also in training.
/// (The book's `BnFreeze`.)
final class FrozenNorms: Callback {
    private let norms: () -> [BatchNorm]

    init(_ norms: @escaping () -> [BatchNorm]) { self.norms = norms }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .batch, learner.isTraining { norms().forEach { $0.eval() } }
    }
}

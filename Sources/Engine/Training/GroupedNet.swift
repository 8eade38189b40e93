// What a net holds is sorted into parameter groups, so that some can be left as they are (frozen), and some learn more
// slowly than others.

import Layers
import Tensors

/// A net whose parts are sorted into parameter groups, from the first that the input goes through to the last.
public protocol GroupedNet: Module {
    /// The parts of each group. A parameter may be in several of them; the first one counts.
    var groups: [[Module]] { get }
}

extension GroupedNet {
    /// Lets the parameters of the last groups learn, and freezes those before.
    /// - Parameters:
    ///   - first: the first group that learns; counted from the end where it is below 0.
    ///   - normsLearn: whether batch norms learn in any case, also in frozen groups, as in the book's library: what is
    ///     normal in the new data is not what was normal in the old ones.
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

    /// The parameters for an optimizer: two groups for each of the net's, its weights, and what is not drawn towards
    /// zero (biases and norms).
    /// - Parameter rates: one for each group; what the optimizer's learning rate is multiplied by.
    package func parameterGroups(rates: [Float]) -> [ParameterGroup] {
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

extension Module {
    /// This module and its parts, as far as they are batch norms.
    package var norms: [BatchNorm] { namedModules.compactMap { $0.module as? BatchNorm } }
}

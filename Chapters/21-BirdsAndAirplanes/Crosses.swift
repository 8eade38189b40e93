// Crosses and rings for section 21.11: where their dark pixels are, and the sets for training and for validation.

import Layers
import Notebook
import Tensors
import Training

/// A distance in pixels.
public struct Shift: Sendable, Equatable {
    public let down, right: Int

    public init(down: Int, right: Int) { (self.down, self.right) = (down, right) }
}

extension BirdsAndAirplanes {
    /// The training pictures with everything in the middle.
    var centredSet: FlatPictures {
        var random = SplitMix64(seed: run.seed + 1)
        return crossesAndRings(shifts(run.size(quick: 100, usual: 1000), upTo: 0, using: &random), using: &random)
    }

    /// New pictures, all moved by the same distance.
    func movedSet(by shift: Shift) -> FlatPictures {
        var random = SplitMix64(seed: run.seed + 2)
        return crossesAndRings(Array(repeating: shift, count: run.size(quick: 50, usual: 500)), using: &random)
    }

    /// Nets that have learned the pictures of the middle, for the run's seed and others.
    var netsOfTheMiddle: [Sequential] {
        run.once {
            let centred = centredSet
            return run.overSeeds(run.size(quick: 1, usual: 5)) { random in
                let net = shallowNet(inputs: 400, features: 32, using: &random)
                _ = train(
                    net, on: centred, checkedWith: centred, epochs: run.size(quick: 2, usual: 10), rate: 0.1,
                    using: &random, loss: crossEntropy)
                return net
            }
        }
    }

    /// New pictures at all places.
    var anywhereSet: FlatPictures {
        var random = SplitMix64(seed: run.seed + 3)
        return crossesAndRings(shifts(run.size(quick: 50, usual: 1000), upTo: 3, using: &random), using: &random)
    }

    func shifts(
        _ count: Int, upTo most: Int, using random: inout some RandomNumberGenerator
    ) -> [Shift] {
        (0..<count).map { _ in
            Shift(
                down: Int.random(in: -most...most, using: &random), right: Int.random(in: -most...most, using: &random))
        }
    }
}

/// The 13 dark pixels of a cross, from its middle.
let crossPixels =
    (-3...3).map { Shift(down: $0, right: 0) } + (-3...3).filter { $0 != 0 }.map { Shift(down: 0, right: $0) }

/// The 12 dark pixels of a ring without corners.
let ringPixels = (-3...3).flatMap { row in
    (-3...3).filter { (4...5).contains(row * row + $0 * $0) }.map { Shift(down: row, right: $0) }
}

// Nudge: What the page does with two draws, do with `count`.
// Idea: Make a generator from the seed, `SplitMix64(seed: seed)`, draw `count` numbers from Gamma(α), and divide each
//   by the sum of all.
// Almost: `var random = SplitMix64(seed: seed)` and a `map` over `0..<count`, which ignores its number. Put all draws
//   into a list before you divide any of them: the sum is not known earlier.

import Tensors
import Training

public func dirichletShares(_ count: Int, alpha: Double, seed: UInt64) throws -> [Double] {
    var random = SplitMix64(seed: seed)
    let draws = (0..<count).map { _ in random.gamma(alpha) }
    let sum = draws.reduce(0, +)
    return draws.map { $0 / sum }
}

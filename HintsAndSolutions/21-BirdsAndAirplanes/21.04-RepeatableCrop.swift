// Nudge: A generator with a seed gives the same numbers every time. So make a new one for every call. What shall its
//   seed be, from three numbers?
// Idea: A sum of the three is not good enough, and a sum with factors only moves the trouble. `SplitMix64` itself
//   mixes well: the first number from a seed looks like pure chance. Use that to mix in one number after the other.
// Almost: Begin with the seed. For each of epoch and index: `var mixer = SplitMix64(seed: state)`, and the new state
//   is `mixer.next() ^ UInt64(number)`. A last generator with the final state draws twice, row and column, as the
//   page's `RandomCrop` does.

import Tensors

public func repeatableCrop(_ x: Tensor, padding: Int, seed: UInt64, epoch: Int, index: Int) throws -> Tensor {
    var state = seed
    for number in [epoch, index] {
        var mixer = SplitMix64(seed: state)
        state = mixer.next() ^ UInt64(number)
    }
    // One more round, so that neighbouring items do not begin with neighbouring states.
    var mixer = SplitMix64(seed: state)
    var random = SplitMix64(seed: mixer.next())
    let places = Double(2 * padding + 1)
    let (top, left) = (Int(random.uniform() * places), Int(random.uniform() * places))
    return x.padded(padding, lastAxes: 2)[0..., top..<top + x.shape[1], left..<left + x.shape[2]]
}

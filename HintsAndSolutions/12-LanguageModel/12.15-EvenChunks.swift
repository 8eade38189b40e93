// Nudge: How long are the shorter parts, and how many of the parts are longer by one? Both are in a division with
//   remainder.
// Idea: With n entries, every part has n / count of them, and the first n % count parts have one more. The parts
//   begin where the one before ends. If only axis 0 could be cut, could you bring any axis there, and back?
// Almost: `x.transposed(0, axis)` swaps two axes, and the same again swaps them back: cut `[start..<start + length]`
//   from it, and transpose each part. Or find the engine's `split(into:axis:)`.

import Practice
import Tensors

public func evenChunks(_ x: Tensor, _ count: Int, axis: Int) throws -> [Tensor] {
    let swapped = x.transposed(0, axis)
    let (short, longer) = swapped.shape[0].quotientAndRemainder(dividingBy: count)
    var start = 0
    return (0..<count).map { part in
        let length = part < longer ? short + 1 : short
        defer { start += length }
        return swapped[start..<start + length].transposed(0, axis)
    }
}

// Nudge: Only one of the gradients decides about the scale. All of them decide how many are lost.
// Idea: Begin with 1, and double for as long as the next scale is allowed and the gradient that is largest in absolute
//   value stays finite with it. A gradient is lost if it is not 0 but its rounded product is.
// Almost: `while 2 * scale <= largest && half(top * 2 * scale).isFinite { scale *= 2 }`, where `top` is the largest
//   absolute value, or 0. Then count twice, for the scales 1 and `scale`.

import Chapter05

public func scaleThatStays(
    _ gradients: [Float], largest: Float
) throws -> (scale: Float, lost: [Int]) {
    let top = gradients.map(abs).max() ?? 0
    var scale: Float = 1
    while 2 * scale <= largest, half(top * 2 * scale).isFinite { scale *= 2 }
    return (scale, [1, scale].map { factor in gradients.count { $0 != 0 && half($0 * factor) == 0 } })
}

// Nudge: Neighbours differ by 1 in the fraction. What is the size of 1 / 2²³ of the power of two that belongs to the
//   exponent?
// Idea: For e from 1 to 254 the distance is 2ᵉ⁻¹²⁷⁻²³. For e = 0 it is 2⁻¹²⁶⁻²³, which is what e = 1 has, too.
// Almost: `let e = Int(x.bitPattern >> 23 & 0xFF)`, and `Float(sign: .plus, exponent: max(e, 1) - 150, significand:
//   1)` is the power of two.

import Practice

public func spacingFromBits(of x: Float) throws -> Float {
    let e = Int(x.bitPattern >> 23 & 0xFF)
    return e == 255 ? .nan : Float(sign: .plus, exponent: max(e, 1) - 150, significand: 1)
}

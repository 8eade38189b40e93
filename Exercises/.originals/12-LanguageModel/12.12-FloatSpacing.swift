// Exercise 12.12 · The bits of a float
// Section 12.8: Chapters/12-LanguageModel/08b-FloatSpacing.swift

import Practice

/// How far apart neighbouring floats are at x, from the bits of x, without `nextUp`, `nextDown` or `ulp`.
///
/// `x.bitPattern` is a `UInt32` of one bit for the sign, 8 for the exponent e, and 23 for the fraction. A number with
/// an e from 1 to 254 is (1 + fraction / 2²³) · 2ᵉ⁻¹²⁷. With e = 0 it is a very small one, (fraction / 2²³) · 2⁻¹²⁶; 0
/// is one of them. With e = 255 it is infinite or NaN, and the answer is NaN.
///
/// The sign does not matter. 1 → 2⁻²³, -1024 → 2⁻¹³, 0 → 2⁻¹⁴⁹.
public func spacingFromBits(of x: Float) throws -> Float {
    throw Unanswered("12.12")
}

// Numbers of 16 bits, for section 5.6. Swift has a type for them, except on Macs with Intel's processors.

import Tensors

/// The nearest number of half precision.
public func half(_ x: Float) -> Float {
    #if os(macOS) && arch(x86_64)
        // Numbers below 2⁻¹⁴ are multiples of 2⁻²⁴; others have 11 significant digits.
        if !x.isFinite || x == 0 { return x }
        let unit = Float(sign: .plus, exponent: max(x.exponent - 10, -24), significand: 1)
        let rounded = (x / unit).rounded(.toNearestOrEven) * unit
        return abs(rounded) > 65_504 ? rounded * .infinity : rounded
    #else
        return Float(Float16(x))
    #endif
}

/// How far the next larger number of half precision is from this one.
public func spacingOfHalves(at x: Float) -> Float {
    #if os(macOS) && arch(x86_64)
        return Float(sign: .plus, exponent: max(x.exponent - 10, -24), significand: 1)
    #else
        return Float(Float16(x).ulp)
    #endif
}

/// Every number rounded to half precision.
public func halves(_ x: Tensor) -> Tensor { Tensor(shape: x.shape, x.scalars.map(half)) }

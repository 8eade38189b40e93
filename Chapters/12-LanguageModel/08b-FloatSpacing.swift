// # How far apart the floats are
//
// Section 12.8 · After this page you can say which numbers a computer knows most precisely, and in which sense.

import Figures
import Foundation
import Notebook
import Tensors

// Numbers that grow or shrink so much have to be stored. A `Float` has 32 bits, so there are only about four billion of
// them for all of the number line. They are not spread evenly. A float is a whole number of 24 bits, times a power of
// two; so between 1 and 2 there are as many floats as between 2 and 4, or between 1024 and 2048. With 3 bits in place
// of 24 there are few enough to draw:

/// All numbers m · 2ᵉ with a whole m of exactly `bits` bits, from 2⁻² to 16.
public func smallFloats(bits: Int) -> [Double] {
    let least = 1 << (bits - 1)
    let numbers = (-2..<4).flatMap { exponent in
        (least..<2 * least).map { whole in Double(whole) / Double(least) * pow(2, Double(exponent)) }
    }
    return numbers + [16]
}

extension LanguageModel {
    func floatsOnALine() {
        show(
            Chart(
                "Numbers thin out away from zero", x: "number", y: "bits", xLimits: -0.5...16.5, yLimits: 1...5
            ) {
                for bits in 2...4 {
                    let numbers = smallFloats(bits: bits)
                    Points(numbers, numbers.map { _ in Double(bits) }, colour: .blue)
                }
            }, "Which numbers there are, with 2, 3 and 4 bits (the book's figure 12-8)")
        let numbers = smallFloats(bits: 3)
        show(
            numbers.count { $0 >= 8 && $0 < 16 } == numbers.count { $0 >= 1 && $0 < 2 },
            "with 3 bits, as many numbers between 8 and 16 as between 1 and 2",
            ask: "Are there as many 3-bit numbers from 8 to 16 as from 1 to 2?")
    }
}

// For a float, the distance to its next neighbour is a subtraction. (Swift calls the neighbour `nextUp`.)

/// How far it is from x to the next larger float.
public func spacing(at x: Float) -> Float { x.nextUp - x }

extension LanguageModel {
    func spacings() {
        var table = TextTable(["number", "distance to the next float", "as a share of the number"])
        for x in [1e-30, 1e-3, 1, 1024, 1e6, 16_777_216, 1e9, 1e30] as [Float] {
            table.add("\(x)", "\(spacing(at: x))", "\(spacing(at: x) / x)")
        }
        show(
            table, "Floats and their neighbours",
            predict: .number(
                "How far is it from 1,000,000,000 to the next Float?", spacing(at: 1e9), within: .percent(20)))
        show(
            Float(16_777_216) + 1 == 16_777_216, "16,777,216 + 1 equals 16,777,216",
            ask: "16,777,216 is 2²⁴. As a Float, is 16,777,216 + 1 the same number?")

        // The middle column is what the book means: numbers near zero are the most precise, and the larger a number,
        // the coarser. But look at the last column. As a share of the number, the distance is about the same
        // everywhere: some 7 digits. In a picture with powers of ten on both axes:
        let xs = stride(from: -44.0, through: 38, by: 0.25).map { Float(pow(10, $0)) }
        show(
            Chart(
                "The distance grows with the number", x: "number", y: "distance to the next float",
                xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(xs, xs.map { spacing(at: $0) }, "Float")
                Line(xs, xs.map { $0 / 16_777_216 }, "number / 2²⁴", colour: .black, dashed: true)
                Rule(x: Float.leastNormalMagnitude, "from here on down, bits get lost", colour: .vermilion)
            }, "From the smallest floats to the largest")

        // So products do not lose digits by being large or small. 2¹⁰⁰ · 2⁻¹⁰⁰ is exactly 1. What does go wrong?
        //
        // First, the line ends. Above 3.4 · 10³⁸ a product is infinite, and below 10⁻⁴⁵ it is 0. (From 10⁻³⁸ on down,
        // there are fewer bits for a number, as the left end of the picture shows.) Second, a *sum* has only the digits
        // of its larger part. A weight of 0.5 has neighbours that are 6 · 10⁻⁸ away. If a step is much shorter than
        // that, adding it gives 0.5 again:
        let (weight, step) = (0.5 as Float, 1e-9 as Float)
        show(
            weight + step == weight, "0.5 + 0.000000001 equals 0.5",
            ask: "A weight of 0.5 takes a step of 0.000000001. Is it the same weight as before?")
    }
}

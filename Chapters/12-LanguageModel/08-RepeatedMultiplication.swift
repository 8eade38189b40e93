// # Again and again
//
// Section 12.8 · After this page you can say what many multiplications by the same matrix do to a vector.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// To help a recurrent net remember longer, one would like to let gradients flow through more steps, or to stack more
// layers. Either makes the net deeper. What is hard about deep nets? At each layer there is a product with a matrix,
// and a matrix product many times in a row does what a product with a number does. So begin with numbers. Double 1,
// again and again, and halve it, again and again:

/// start, start · factor, start · factor², …, `count` numbers after the first.
public func repeatedProducts(_ factor: Double, from start: Double = 1, count: Int) -> [Double] {
    (0..<count).reduce(into: [start]) { numbers, _ in numbers.append(numbers.last! * factor) }
}

extension LanguageModel {
    func doubledAndHalved() {
        let (doubled, halved) = (repeatedProducts(2, count: 32), repeatedProducts(0.5, count: 32))
        show(doubled.prefix(9).map { Int($0) }, "1, doubled eight times")
        record(
            "multiplied/2-to-the-32", doubled[32], book: 4_294_967_296,
            predict: .number("1 is doubled 32 times. About how large is it then?", doubled[32], within: .percent(20)))
        record(
            "multiplied/half-to-the-32", halved[32], book: 0.000_000_000_23,
            predict: .number(
                "1 is halved 32 times. About how large is it then?", halved[32], within: .percent(20, atLeast: 0)))

        // After thirty-two steps the first number is four billion times as large as 1, and the second four billion
        // times as small. With factors closer to 1 it takes longer, and then the same happens:
        var table = TextTable(["factor", "after 8", "after 32", "after 128", "after 512"], decimals: 3)
        for factor in [0.5, 0.9, 0.99, 1, 1.01, 1.1, 2] {
            let numbers = repeatedProducts(factor, count: 512)
            table.add("\(factor)", numbers[8], numbers[32], numbers[128], numbers[512])
        }
        show(table, "What is left of 1 after so many products with a factor")
    }
}

// Now a matrix W in place of the factor, and a vector in place of 1. There is one number for each matrix that plays the
// factor's part: the *spectral radius*, the size of its largest eigenvalue. You need not know about eigenvalues here.
// It is the factor by which a product with W makes vectors longer or shorter *in the long run*. So it can be measured:
// multiply by W many times, and look at how much was gained per product. Squaring a matrix ten times makes its 1024th
// power. (The numbers would get too large on the way. So divide by the size after each squaring, and keep account.)

/// The factor by which a product with w [n, n] changes the size of vectors, in the long run: the spectral radius.
///
/// The root of the order 1024 of the size of w¹⁰²⁴ (I. Gelfand's formula).
public func growthRate(_ w: Tensor) -> Double {
    var (power, logSize) = (w, 0.0)  // w to the power of 1, 2, 4, … is e^logSize · power
    for _ in 0..<10 {
        let size = power.norm().item
        if size == 0 { return 0 }
        power = (power / size).matmul(power / size)
        logSize = 2 * (logSize + log(Double(size)))
    }
    return exp((logSize + log(Double(power.norm().item))) / 1024)
}

extension LanguageModel {
    func matrixPowers() {
        // A random matrix of 64 · 64, as in a layer of our models. Multiplied by a number, it has any growth rate one
        // likes. Take 0.9, 1 and 1.1, and send the same vector of length 1 through each, 100 times. `lengths` notes how
        // long it is after each product:
        var random = run.random
        let plain = Tensor.randn(64, 64, using: &random)
        let w = plain / Float(growthRate(plain))
        let start = Tensor.randn(64, using: &random)
        func lengths(_ rate: Float) -> [Float] {
            var x = start / start.norm().item
            return [1]
                + (1...100).map { _ in
                    x = (rate * w).matmul(x)
                    return x.norm().item
                }
        }
        let rates: [Float] = [1.1, 1, 0.9]
        let lines = rates.map(lengths)
        show(
            Chart(
                "A matrix, again and again: rates of 1.1, 1 and 0.9 part ways", x: "products with W",
                y: "length of Wᵏx", yScale: .logarithmic
            ) {
                for (rate, line) in zip(rates, lines) { Line(line, "growth rate \(rate)") }
            }, "The length of a vector after many products with the same matrix")
        let ratio = lines[0][100] / lines[2][100]
        let exact = Float(repeatedProducts(1.1 / 0.9, count: 100)[100])
        show(
            significant(ratio, 4), "length at rate 1.1, divided by that at 0.9, after 100 products",
            ask: "(1.1 / 0.9)¹⁰⁰ is about 520 million. How many times as long is the one vector as the other?")
        show(abs(ratio / exact - 1) < 0.01, "the two differ by (1.1 / 0.9)¹⁰⁰, as numbers would")

        // At the beginning, the lines are not straight: there, it matters in which direction the vector points. After
        // that, each is nearly straight, and on this scale a straight line is a product with the same factor at each
        // step. Only at a rate of exactly 1 is the vector left in peace, and no training keeps a matrix exactly there.
        //
        // A vector of activations is what goes forward through such a net. What comes back is a vector, too: the
        // gradient, which at each step is multiplied by the transpose of the matrix. That has the same growth rate.
        show(
            abs(growthRate(w.T) - 1) < 0.01, "the transposed matrix has the rate 1 as well",
            ask: "W has the growth rate 1. Has the transpose of W the same growth rate?")
    }
}

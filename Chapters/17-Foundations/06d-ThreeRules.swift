// # Three rules, and the one behind them
//
// Section 17.6 · After this page you can say what the rules of the notation are for, and what `einsum` costs.

import Figures
import Notebook
import Tensors

// The book gives three rules of Einstein's notation:
//
// 1. Indices that are repeated are summed over, without a Σ.
// 2. An index occurs at most twice in a term.
// 3. All terms have the same indices that are not repeated.
//
// They make formulas without Σ and without an arrow unambiguous. In c_ij = a_ik·b_kj, k is repeated, and therefore
// summed over; i and j are not, and so they have to be there on the other side of the equation, too, or the two sides
// would not be tables of the same shape. If k occurred three times, it would not be clear which two belong together.
//
// `einsum` has an arrow. It says which letters are kept, so less is left to be settled:

extension Foundations {
    func theRulesTriedOut() throws {
        var random = run.random
        let (a, w, c) = (
            Tensor.randn(2, 3, using: &random), Tensor.randn(3, 4, using: &random), Tensor.randn(2, 4, using: &random)
        )
        // The first rule. In bi,ij,bj->b, the letter b is repeated. Is it summed over?
        show(
            try EinsteinSummation.einsum("bi,ij,bj->b", a, w, c).shape, "the shape of bi,ij,bj->b",
            predict: .yesNo("b occurs twice on the left of bi,ij,bj->b. Is the result summed over b?", false))
        show(try EinsteinSummation.einsum("bi,ij,bj->", a, w, c).shape, "the shape of bi,ij,bj->")

        // In the first it is kept, because it is on the right; in the second it is not there, and summed over. And a
        // letter that occurs only once is summed over if it is not there:
        let m = Tensor([[1, 2, 3], [4, 5, 6]])
        show(try EinsteinSummation.einsum("ij->i", m), "ij->i", ask: "m has the rows 1 2 3 and 4 5 6. What is ij->i?")

        // The second rule. Nothing keeps us from using a letter three times:
        let x = Tensor([1, 2, 3])
        show(
            try EinsteinSummation.einsum("i,i,i->", x, x, x).item, "i,i,i-> of 1, 2, 3: the sum of the cubes",
            ask: "x is 1, 2, 3. What is i,i,i-> of x, x and x?")
        show(einsum("i,i,i->", x, x, x).item, "i,i,i-> by the engine")

        // The third rule. A letter on the right that no operand has is refused, as before. One that is missing on the
        // right is no mistake, it is summed over. And the letters on the right may be in any order, so a product can be
        // had transposed at no extra cost:
        show(
            largestDifference(try EinsteinSummation.einsum("ik,kj->ji", a, w), a.matmul(w).T),
            "ik,kj->ji against the transpose of the product")

        // What is left is one rule: *what is not on the right is summed over.* Everything else follows from the
        // lengths.
    }

    func whatEinsumCosts() {
        // And the time? The book calls `einsum` usually the fastest way to a product of your own that does not need
        // another language. Its matrix product by `einsum` took 68.7 µs, five times as long as the library's own
        // product.
        let (m1, m2) = testMatrices
        show(
            largestDifference(EinsteinSummation.matmul(m1, m2), m1.matmul(m2)),
            "largest difference from the engine's product")
        let loops = run.size(quick: 1, usual: 20)
        var table = TextTable(["way", "milliseconds (best run)"])
        table.add("our einsum", shortened(Timing(loops: loops) { EinsteinSummation.matmul(m1, m2) }.best))
        table.add("the engine's einsum", shortened(Timing(loops: loops) { einsum("ik,kj->ij", m1, m2) }.best))
        table.add("the engine's product", shortened(Timing(loops: loops) { m1.matmul(m2) }.best))
        show(table, "Matrix products by einsum, in the book 68.7 µs ± 4.06 µs")

        // Ours writes down all products before it sums them, here 5 · 10 · 784 = 39,200 numbers. With two matrices of a
        // thousand rows and columns it would be a billion, four gigabytes. The engine's `einsum` looks for letters that
        // are shared and summed, lays the operands out as matrices, and multiplies those: then no product is ever
        // stored. The code is in Sources/Engine/Tensors/Products/Einsum.swift.
    }
}

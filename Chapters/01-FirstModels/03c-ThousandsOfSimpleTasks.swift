// # Thousands of simple tasks
//
// Section 1.3 · After this page you know what a GPU is, and why the book wants one and this program does not.

import Common
import Figures
import Notebook
import Tensors

// A *GPU*, a graphics card, is a processor that was made for games: it computes the colours of a million pixels at the
// same time. Its thousands of small cores can do little but simple arithmetic, all of them the same steps with other
// numbers. A net wants just that, so on a GPU it may run hundreds of times faster than on the processor next to it. The
// book uses one, for a quarter of a dollar an hour or for free. What does its work consist of? Rows of numbers times
// columns of numbers, added up. Three loops do it:

/// The product of two square tables of numbers: every row of one, times every column of the other.
public func product(_ a: [Float], _ b: [Float], side: Int) -> [Float] {
    var result = [Float](repeating: 0, count: side * side)
    for row in 0..<side {
        for column in 0..<side {
            for k in 0..<side { result[row * side + column] += a[row * side + k] * b[k * side + column] }
        }
    }
    return result
}

extension FirstModels {
    func loopsAndLanes() {
        // No entry of the result has to wait for another one: all could be computed at once. That is what hardware
        // makes use of, also without a GPU. The engine of this book takes 8 or 16 numbers in one step, keeps them where
        // the processor gets them quickly, and divides the rows between its cores:
        let side = run.size(quick: 48, usual: 256)
        var random = run.random
        let (a, b) = (Tensor.randn(side, side, using: &random), Tensor.randn(side, side, using: &random))
        let (rows, columns) = (a.scalars, b.scalars)
        // The time of the fastest of three attempts:
        let slow = milliseconds(runs: 3) { product(rows, columns, side: side) }
        let fast = milliseconds(runs: 3) { a.matmul(b) }
        var table = TextTable(["way", "milliseconds", "million products per second"], decimals: 1)
        let million = Double(side * side * side) / 1e6
        table.add("three loops", slow, million / slow * 1000)
        table.add("the engine", fast, million / fast * 1000)
        show(table, "Two tables of \(side) × \(side) numbers multiplied, in milliseconds")
        let difference = (Tensor(product(rows, columns, side: side)).reshaped(side, side) - a.matmul(b)).abs().max()
            .item
        show(difference < 1e-2, "the results are the same, but for rounding")

        // So the same arithmetic may take far less time, if a machine can do many simple things at once. A GPU goes on
        // from there, with thousands of cores. This book's programs are made so that a processor is enough. Where it
        // would need an hour, they take smaller nets and fewer photos, and say so.
    }
}

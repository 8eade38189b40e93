// # The limit of this machine
//
// Section 17.7 · After this page you know how fast this machine can multiply, and what keeps a small product from it.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// Could a product be faster than the engine's? A processor has units that multiply and add several numbers at once, and
// starts one or two such instructions in each tick of its clock. That is a limit, but a data sheet does not know what
// else this machine is doing. So measure: with large matrices, where everything but the arithmetic is negligible. A
// product of two n × n matrices has n³ multiplications and as many additions, 2·n³ operations:

/// How many operations a second the engine's product does, for [m, k] × [k, n].
func operationsPerSecond(_ m: Int, _ k: Int, _ n: Int, using random: inout SplitMix64) -> Double {
    let (a, b) = (Tensor.randn(m, k, using: &random), Tensor.randn(k, n, using: &random))
    let operations = 2 * Double(m) * Double(k) * Double(n)
    // Short products are repeated, long ones are not.
    let timing = Timing(runs: 5, loops: min(5000, max(1, Int(1e6 / operations)))) { a.matmul(b) }
    return operations / (timing.best / 1000)
}

// The best of five runs counts this time, because a limit is what is possible. The sizes go up in steps of two:

extension Foundations {
    /// Operations a second for n × n matrices, by n.
    var speeds: [(n: Int, speed: Double)] {
        run.once {
            var random = run.random
            let largest = run.size(quick: 64, usual: 1024)
            return sequence(first: 2) { $0 < largest ? $0 * 2 : nil }
                .map { ($0, operationsPerSecond($0, $0, $0, using: &random)) }
        }
    }

    func howFastAtAll() {
        let limit = speeds.map(\.speed).max()!
        var random = run.random
        let ours = operationsPerSecond(5, 784, 10, using: &random)
        show(
            Chart(
                "Small products are far from the limit", x: "operations in one product",
                y: "operations per second, in billions", xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(speeds.map { 2 * pow(Double($0.n), 3) }, speeds.map { $0.speed / 1e9 }, "n × n matrices")
                Points([78_400.0], [ours / 1e9], "5 × 784 times 784 × 10", colour: .vermilion)
                Rule(y: limit / 1e9, "the most that was reached")
            }, "Speed of the engine's product by its size")
        let largest = speeds.last!
        let time = 2 * pow(Double(largest.n), 3) / largest.speed * 1000
        show(
            "\(shortened(limit / 1e9)) billion operations per second; the largest of these products took "
                + "\(shortened(time)) milliseconds", "the limit of this machine, measured")

        // Where the line falls again at its right end, the machine had other things to do. The largest products want
        // all of its cores, and they take long enough for other programs to get in between, in each of the five runs.
        // The limit is what was reached anywhere.
    }

    func whatIsLeft() {
        // Our product has 78,400 operations. At the limit it would take this long:
        let limit = speeds.map(\.speed).max()!
        let (atTheLimit, ours) = (78_400 / limit * 1000, contenders[6].timing.best)
        var random = run.random
        let (a, b) = (Tensor.randn(1, 1, using: &random), Tensor.randn(1, 1, using: &random))
        let asking = Timing(loops: run.size(quick: 20, usual: 2000)) { a.matmul(b) }.best

        var table = TextTable(["part", "milliseconds", "of the whole"])
        for (part, time) in [
            ("78,400 operations at the limit", atTheLimit), ("asking: a product of two single numbers", asking),
            ("everything else", max(0, ours - atTheLimit - asking)), ("the engine's product, best run", ours),
        ] {
            table.add(part, shortened(time), "\(fixed(100 * time / ours, 0)) %")
        }
        show(table, "Where the time of one product goes")

        // (The three were measured one after the other. If the machine was busy in between, the parts can be more than
        // the whole, and nothing is left for "everything else".)
        //
        // "Asking" is what one request costs: checking shapes, finding memory, making a tensor. "Everything else" is
        // what a small product cannot avoid: ten columns fill the processor's vectors of 8 or 16 numbers only in part,
        // each of the 7,840 weights is fetched to be used only five times, and a second core is not worth waking up for
        // so little.
        //
        // How near a large product comes to what the processor can do depends on the innermost loop. The engine's is in
        // `MatrixTile.swift` (in Sources/Engine/Kernels/MatrixProducts, as are the others): it keeps a tile of sums in
        // the processor's registers, so that a number that was fetched is used several times. `MatrixPanels.swift` lays
        // the right operand out in the order in which that loop reads it, and `MatrixProduct.swift` cuts large products
        // into pieces that fit into the caches, and shares them among the cores. It is still the same three loops, in
        // another order.
    }
}

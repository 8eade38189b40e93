// Nudge: Write one layer as a function: from a gate and the numbers `h + x` (joined, not added) to a sum for each
//   row. All four layers use it.
// Idea: A sum is the bias plus the products of a row with `h + x`. Then for each number k of the state: c' = f · c +
//   i · g, and h' = o · tanh c'.
// Almost: `func sums(_ gate: PlainGate) -> [Float] { zip(gate.weights, gate.biases).map { row, bias in zip(row, h +
//   x).reduce(bias) { $0 + $1.0 * $1.1 } } }`, and `1 / (1 + exp(-s))` of the sums for three of them.

import Chapter12
import Foundation
import Practice

public func plainLSTMStep(
    x: [Float], h: [Float], c: [Float], forget: PlainGate, input: PlainGate, value: PlainGate, output: PlainGate
) throws -> (h: [Float], c: [Float]) {
    func sums(_ gate: PlainGate) -> [Float] {
        zip(gate.weights, gate.biases).map { row, bias in zip(row, h + x).reduce(bias) { $0 + $1.0 * $1.1 } }
    }
    func shares(_ gate: PlainGate) -> [Float] { sums(gate).map { 1 / (1 + exp(-$0)) } }
    let (f, i, g, o) = (shares(forget), shares(input), sums(value).map { tanh($0) }, shares(output))
    let cell = c.indices.map { f[$0] * c[$0] + i[$0] * g[$0] }
    return (cell.indices.map { o[$0] * tanh(cell[$0]) }, cell)
}

// Nudge: Count in the order in which a row of the table goes through the model.
// Idea: The first layer takes as many numbers as all widths and the plain numbers together. From layer to layer, the
//   width of one is the input of the next.
// Almost: A `var width` begins with `widths.reduce(numbers, +)`. Each layer adds width · next weights and the two
//   numbers of its norm for each of its outputs; then `next` is the width. The last layer is different: it has no norm,
//   and a bias. Do not forget the tables, nor the norm in front.

import Foundation

public func learnedNumbers(rows: [Int], numbers: Int, layers: [Int], outputs: Int) throws -> Int {
    let widths = rows.map { min(600, Int((1.6 * pow(Double($0), 0.56)).rounded())) }
    var (count, width) = (zip(rows, widths).reduce(2 * numbers) { $0 + $1.0 * $1.1 }, widths.reduce(numbers, +))
    for next in layers {
        count += width * next + 2 * next
        width = next
    }
    return count + (width + 1) * outputs
}

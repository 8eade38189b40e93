// Nudge: Write down what happens to a single item. It is a list of inputs, then a list of hidden numbers, then a list
//   of outputs.
// Idea: A dense layer does the same twice, with other weights. So write it once, as a function inside yours, for one
//   item: a number for each row of the weights and its bias.
// Almost: `func layer(_ item: [Float], _ w: [[Float]], _ b: [Float]) -> [Float]` maps over `zip(w, b)`; for each pair
//   it multiplies item and row number by number and adds the bias. Then `x.map { layer(layer($0, w1, b1).map { max(0,
//   $0) }, w2, b2) }`.

public func netOfLists(
    _ x: [[Float]], _ w1: [[Float]], _ b1: [Float], _ w2: [[Float]], _ b2: [Float]
) throws -> [[Float]] {
    func layer(_ item: [Float], _ weights: [[Float]], _ bias: [Float]) -> [Float] {
        zip(weights, bias).map { row, b in zip(item, row).reduce(b) { $0 + $1.0 * $1.1 } }
    }
    return x.map { layer(layer($0, w1, b1).map { max(0, $0) }, w2, b2) }
}

// Nudge: With weights 1, a neuron of the first layer can do nothing but count: does it say "at least so many are on"?
// Idea: Let neuron k say "at least k + 1 are on". If three inputs are on, then neurons 0, 1 and 2 say 1, and all others
//   0. What weights make the sum 1 for one and for three neurons, and 0 for two?
// Almost: The weights alternate: 1, -1, 1, -1 and so on. The sum of the first n of them is 1 for odd n and 0 for even
//   n.

public func parityNet(_ count: Int) throws -> (thresholds: [Double], weights: [Double]) {
    ((1...count).map(Double.init), (0..<count).map { $0 % 2 == 0 ? 1 : -1 })
}

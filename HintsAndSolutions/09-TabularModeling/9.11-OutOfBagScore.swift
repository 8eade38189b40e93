// Nudge: For each row, which trees may be asked?
// Idea: Make a `Set` of each bag. For row i, the trees whose set does not contain i are asked; no tree, no prediction.
//   Keep predictions and targets of the other rows side by side.
// Almost: With `asked = bags.indices.filter { !sets[$0].contains(row) }`, the prediction is the mean of
//   `predictions[tree][row]` over them. At the end, two sums: of `(y − prediction)²` and of `(y − mean)²`; if the
//   second is 0, nil.

public func outOfBagScore(_ predictions: [[Double]], bags: [[Int]], targets: [Double]) throws -> Double? {
    let sets = bags.map(Set.init)
    var pairs: [(guess: Double, target: Double)] = []
    for (row, target) in targets.enumerated() {
        let asked = sets.indices.filter { !sets[$0].contains(row) }
        guard !asked.isEmpty else { continue }
        pairs.append((asked.reduce(0) { $0 + predictions[$1][row] } / Double(asked.count), target))
    }
    let mean = pairs.reduce(0) { $0 + $1.target } / Double(max(1, pairs.count))
    let total = pairs.reduce(0) { $0 + ($1.target - mean) * ($1.target - mean) }
    let left = pairs.reduce(0) { $0 + ($1.target - $1.guess) * ($1.target - $1.guess) }
    return total > 0 ? 1 - left / total : nil
}

// Nudge: The same mixture is made twice, of pictures and of targets. What are the targets before they are mixed?
// Idea: A row with a single 1 for each label. Then both are own · item + (1 − own) · partner, with the shares as a
//   column, so that each meets its own row.
// Almost: `x.rows(partners)` are the partners. For x of rank 4, the shares have to be reshaped to [n, 1, 1, 1]: a list
//   of ones as long as the rank, with n in front. `Tensor.eye(classes).rows(labels)` are the targets.

import Tensors

public func mixedUp(
    _ x: Tensor, _ labels: [Int], classes: Int, shares: [Float], partners: [Int]
) throws -> (x: Tensor, targets: Tensor) {
    let own = Tensor(shares.map { max($0, 1 - $0) })
    func mixed(_ items: Tensor) -> Tensor {
        let shape = [labels.count] + [Int](repeating: 1, count: items.rank - 1)
        let share = own.reshaped(shape)
        return share * items + (1 - share) * items.rows(partners)
    }
    return (mixed(x), mixed(Tensor.eye(classes).rows(labels)))
}

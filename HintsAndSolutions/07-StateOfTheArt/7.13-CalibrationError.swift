// Nudge: The page's picture has everything but the last step. What would you do with its groups to get one number?
// Idea: The group of a photo is the whole part of sureness · groups, but at most groups - 1. For each group keep three
//   sums: how many, how sure, how many right.
// Almost: The distance of a group is |sureness / count - right / count|. Times count / n, that is
//   |sureness - right| / n; the answer is the sum of these over all groups. Count in `Double`.

import Tensors

public func calibrationError(_ probabilities: Tensor, _ labels: [Int], groups: Int) throws -> Double {
    let (values, places) = probabilities.max(axis: 1)
    var (sureness, right) = ([Double](repeating: 0, count: groups), [Double](repeating: 0, count: groups))
    for (photo, sure) in values.scalars.enumerated() {
        let group = min(groups - 1, Int(sure * Float(groups)))
        sureness[group] += Double(sure)
        if places[photo].item == labels[photo] { right[group] += 1 }
    }
    return zip(sureness, right).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(labels.count)
}

// Nudge: Look at the features first: mean and deviation of each column, and how far apart the classes' means are in it.
// Idea: Bring all columns to mean 0 and deviation 1, with the numbers of the photos that have labels. Then find out
//   which columns differ between classes by more than chance allows, and use these alone, or give them more weight. A
//   head with few inputs has less to be wrong about.
// Almost: For each column, the variance of the classes' means (how far apart the classes are) by the mean variance
//   within classes. Keep the columns with the largest ratio, a tenth of all, and take for each of the other photos the
//   class whose mean is nearest.

import Tensors

public func bestLabels(_ features: Tensor, _ labels: [Int], classes: Int, of others: Tensor) throws -> [Int] {
    let mean = features.mean(axis: 0)
    let deviation = (features - mean).squared().mean(axis: 0).sqrt() + 1e-12
    let (x, z) = ((features - mean) / deviation, (others - mean) / deviation)
    let means = Tensor.stack(
        (0..<classes).map { k in
            Tensor.stack(labels.indices.filter { labels[$0] == k }.map { x[$0] }).mean(axis: 0)
        })
    // How far apart the classes are in each column; its variance is 1 in all.
    let between = (means - means.mean(axis: 0)).squared().mean(axis: 0).scalars
    let best = between.indices.sorted { between[$0] > between[$1] }.prefix(max(1, between.count / 10))
    let columns = Tensor(between.indices.map { best.contains($0) ? 1 : 0 })
    return (0..<others.shape[0]).map { row in
        let distances = ((means - z[row]).squared() * columns).sum(axis: 1)
        return distances.argmin(axis: 0).item
    }
}

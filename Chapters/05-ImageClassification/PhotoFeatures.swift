// Features of all photos, and what heads say of photos that they have not learned from: for sections 5.4 and 5.5.

import Layers
import Notebook
import Tensors
import Training
import Vision

extension ImageClassification {
    /// The features of all photos, first those for training, then those for validation; each column with mean 0 and
    /// deviation 1, so that one learning rate suits all of them. (All photos have a share in the means, also those that
    /// a head has not learned from; no label has.)
    var allFeatures: (x: Tensor, labels: [Int]) {
        get throws {
            try run.once {
                let features = try features
                let x = Tensor.cat([features.train, features.valid])
                return ((x - x.mean(axis: 0)) / (x.std(axis: 0) + 1e-3), features.trainLabels + features.validLabels)
            }
        }
    }

    /// The photos in the order of `allFeatures`.
    var allPhotos: [any PhotoSource] {
        get throws {
            let sets = try trained.data.datasets
            return sets.train.photos + sets.valid.photos
        }
    }

    /// What five heads say of all photos, each of those that it has not learned from (section 5.5).
    var folds: ClassificationInterpretation {
        get throws { try run.once { try judgedInFolds(pace: 1, steps: run.size(quick: 5, usual: 100)) } }
    }

    /// The photos are dealt into five parts. Five times a head learns from four of them and judges the fifth, so that
    /// every photo is judged once.
    func judgedInFolds(pace: Float, steps: Int) throws -> ClassificationInterpretation {
        let (all, classes) = (try allFeatures, try breeds.classes)
        var random = run.random
        let order = random.permutation(all.labels.count)
        var rows = [Tensor?](repeating: nil, count: all.labels.count)
        for part in 0..<5 {
            let held = order.indices.filter { $0 % 5 == part }.map { order[$0] }
            let learned = order.indices.filter { $0 % 5 != part }.map { order[$0] }
            let y = IntTensor(learned.map { all.labels[$0] })
            let head = fittedHead(
                all.x.rows(learned), outputs: classes.count, steps: steps, pace: pace, using: &random
            ) { crossEntropy($0, y) }
            let p = noGrad { head(all.x.rows(held)).softmax(axis: 1) }
            for (row, place) in held.enumerated() { rows[place] = p[row] }
        }
        return ClassificationInterpretation(.stack(rows.map { $0! }), actual: all.labels, classes: classes)
    }
}

// MARK: Known breeds and strangers (section 5.4)

extension ImageClassification {
    /// Breeds by how many photos there are, the most frequent first, until they have three quarters; and the rest.
    var knownAndStrangers: (known: [Int], strangers: [Int]) {
        get throws {
            let labels = try allFeatures.labels
            let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
            let order = counts.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
            var (sum, known) = (0, 0)
            while sum * 4 < labels.count * 3, known < order.count - 2 {
                sum += counts[order[known]]!
                known += 1
            }
            return (Array(order[..<known]), Array(order[known...]))
        }
    }

    /// Four heads that learn from four fifths of the known photos, and how sure they are of others.
    func sureness(using random: inout SplitMix64) throws -> [Sureness] {
        let (all, breeds) = (try allFeatures, try knownAndStrangers)
        let count = breeds.known.count
        let seen = Set(
            random.permutation(breeds.strangers.count).prefix(breeds.strangers.count / 2).map { breeds.strangers[$0] })
        let places = all.labels.indices.filter { breeds.known.contains(all.labels[$0]) }
        let order = random.permutation(places.count).map { places[$0] }
        let (held, learned) = (Array(order[..<(order.count / 5)]), Array(order[(order.count / 5)...]))
        let none = all.labels.indices.filter { seen.contains(all.labels[$0]) }
        let unseen = all.labels.indices.filter {
            !breeds.known.contains(all.labels[$0]) && !seen.contains(all.labels[$0])
        }
        let y = IntTensor(learned.map { breeds.known.firstIndex(of: all.labels[$0])! })
        let withNone = IntTensor(y.scalars.map { Int($0) } + none.map { _ in count })
        let (x, both) = (all.x.rows(learned), all.x.rows(learned + none))
        let steps = run.size(quick: 5, usual: 60)
        let wanted = oneHot(withNone, classes: count + 1)[0..., ..<count]
        let heads = [
            fittedHead(x, outputs: count, steps: steps, using: &random) { crossEntropy($0, y) },
            fittedHead(x, outputs: count, steps: steps, using: &random) {
                binaryCrossEntropyWithLogits($0, wanted[..<y.count])
            },
            fittedHead(both, outputs: count, steps: steps, using: &random) { binaryCrossEntropyWithLogits($0, wanted) },
            fittedHead(both, outputs: count + 1, steps: steps, using: &random) { crossEntropy($0, withNone) },
        ]
        return heads.enumerated().map { kind, head in
            func highest(_ places: [Int]) -> [Float] {
                let scores = noGrad { head(all.x.rows(places)) }
                let p = kind == 1 || kind == 2 ? scores.sigmoid() : softmax(scores)
                return p[0..., ..<count].max(axis: 1).values.scalars
            }
            return Sureness(known: highest(held), strangers: highest(unseen))
        }
    }
}

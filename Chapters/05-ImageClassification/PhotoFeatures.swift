// Features of all photos, and what heads say of photos that they have not learned from: for sections 5.4 and 5.5.

import Layers
import Notebook
import Tensors
import Training
import Vision

extension ImageClassification {
    /// The features of all photos, first those to learn from, then those to be judged by; each column with mean 0 and
    /// deviation 1, so that one learning rate suits all of them.
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
        get throws { try run.once { try judgedInFolds(rate: 0.001, steps: run.size(quick: 5, usual: 100)) } }
    }

    /// The photos are dealt into five parts. Five times a head learns from four of them and judges the fifth, so that
    /// every photo is judged once.
    func judgedInFolds(rate: Float, steps: Int) throws -> ClassificationInterpretation {
        let (all, classes) = (try allFeatures, try breeds.classes)
        var random = run.random
        let order = random.permutation(all.labels.count)
        var rows = [Tensor?](repeating: nil, count: all.labels.count)
        for part in 0..<5 {
            let held = order.indices.filter { $0 % 5 == part }.map { order[$0] }
            let learned = order.indices.filter { $0 % 5 != part }.map { order[$0] }
            let y = IntTensor(learned.map { all.labels[$0] })
            let head = fittedHead(
                all.x.rows(learned), outputs: classes.count, steps: steps, rate: rate, using: &random
            ) { crossEntropy($0, y) }
            let p = noGrad { head(all.x.rows(held)).softmax(axis: 1) }
            for (row, place) in held.enumerated() { rows[place] = p[row] }
        }
        return ClassificationInterpretation(.stack(rows.map { $0! }), actual: all.labels, classes: classes)
    }
}

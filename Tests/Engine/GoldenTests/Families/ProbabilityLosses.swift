// Losses of probabilities.

import Tensors
import Training

extension GoldenFamily {
    private static let combinations: [(String, LossReduction)] = [
        ("mean", .mean), ("sum", .sum), ("none", .none), ("batchmean", .batchMean),
    ]

    static let fromProbabilities: [GoldenCase] =
        combinations.dropLast().flatMap { word, r in
            [
                GoldenCase("binaryCrossEntropy of probabilities \(word)") {
                    binaryCrossEntropy($0.p, $0.y0, weights: nil, reduction: r)
                },
                GoldenCase("binaryCrossEntropy of probabilities, weights \(word)") {
                    binaryCrossEntropy($0.p, $0.y0, weights: $0.w, reduction: r)
                },
            ]
        }
        + ["no", "yes"].map { word in
            GoldenCase("binaryCrossEntropy of probabilities, a \(word) at the edges") {
                binaryCrossEntropy($0.p, $0.y0, weights: nil, reduction: .none)
            }
        }

    static let divergences: [GoldenCase] = combinations.flatMap { word, r in
        [
            GoldenCase("klDivergenceLoss \(word)") { klDivergenceLoss($0.x.logSoftmax(), $0.t, reduction: r) },
            GoldenCase("klDivergenceLoss of logs \(word)") {
                klDivergenceLoss(
                    $0.x.logSoftmax(axis: 1), $0.t.logSoftmax(axis: 1), logTargets: true, reduction: r)
            },
            GoldenCase("klDivergenceLoss of targets \(word)") {
                klDivergenceLoss($0.x.logSoftmax(), $0.t, reduction: r)
            },
        ]
    }
}

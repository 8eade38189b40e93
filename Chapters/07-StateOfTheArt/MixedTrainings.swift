// Trainings that the pages of sections 7.4 to 7.7 share: what is told of them there is measured once.

import Foundation
import Notebook
import Tensors
import Training
import Vision

/// What is done against a net that gets too sure.
enum Technique: String, CaseIterable, Sendable {
    case plain, mixup, smoothing

    /// As people call it.
    var title: String {
        switch self {
        case .plain: "cross-entropy"
        case .mixup: "Mixup"
        case .smoothing: "label smoothing"
        }
    }

    /// In the names of records.
    var key: String { rawValue }
}

/// A net that has learned, and what it says of the validation photos.
struct LearnedNet {
    let learner: VisionLearner<CategoryBlock>
    /// [n, classes]
    let probabilities: Tensor
    let labels: [Int]
    /// After every epoch: how far the highest score is ahead of the mean of all, on average over training photos.
    let leads: [Float]

    var trainLoss: Float { learner.learner.recorder["train_loss"].last! }
    /// Cross-entropy, whatever it was trained with.
    var validLoss: Float {
        -(probabilities + 1e-9).log().gathered(axis: 1, IntTensor(labels).unsqueezed(1)).mean().item
    }
    var rightOnes: [Bool] { zip(probabilities.argmax(axis: 1).scalars, labels).map { $0 == $1 } }
    var accuracy: Double { Double(rightOnes.count { $0 }) / Double(labels.count) }
    /// How sure it is of what it says.
    var sureness: [Float] { probabilities.max(axis: 1).values.scalars }
}

extension StateOfTheArt {
    /// For how many epochs the comparisons of sections 7.5 and 7.6 train.
    var lengths: [Int] { run.size(quick: [1, 2], usual: [3, 12], full: [5, 20, 80]) }

    /// Some photos of each part, evenly spread over all of them.
    func somePhotos(train: Int, valid: Int) throws -> [LabelledPhoto] {
        let all = try photos
        return [(false, train), (true, valid)].flatMap { isValid, most in
            let part = all.filter { $0.isValid == isValid }
            let count = min(most, part.count)
            return (0..<count).map { part[$0 * part.count / count] }
        }
    }

    /// The photos of the comparisons: few, so that a training may be long. All are judged by.
    var mixPhotos: [LabelledPhoto] {
        get throws { try somePhotos(train: run.size(quick: 60, usual: 600, full: .max), valid: .max) }
    }
    var mixParts: PhotoDatasets<CategoryBlock> {
        get throws { try run.once { try datasets(of: try mixPhotos) } }
    }

    /// What the comparisons train: the baseline, but with small photos.
    func setup(epochs: Int) -> Setup {
        var setup = baseline
        (setup.epochs, setup.size, setup.isJudgedEveryEpoch) = (epochs, small, false)
        return setup
    }

    /// The loss and the callbacks of a technique.
    func learned(
        _ technique: Technique, _ setup: Setup, of parts: PhotoDatasets<CategoryBlock>, using random: inout SplitMix64
    ) throws -> LearnedNet {
        // The technique's own chance, so that all techniques begin with the same net and the same order of photos.
        var own = SplitMix64(seed: random.state &+ 1)
        let keeper = LeadKeeper(try getDls(setup, of: parts, using: &own).oneBatch(.train).0)
        let learner = try trained(
            setup, of: parts, loss: technique == .smoothing ? { crossEntropy($0, $1, smoothing: 0.1) } : nil,
            callbacks: [keeper] + (technique == .mixup ? [Mixup(using: &own)] : []), using: &random)
        let predictions = try learner.getPreds()
        return LearnedNet(
            learner: learner, probabilities: predictions.outputs, labels: predictions.targets.scalars,
            leads: keeper.leads)
    }

    /// The nets of the comparisons: a technique, a length, several seeds.
    func nets(_ technique: Technique, _ epochs: Int) throws -> [LearnedNet] {
        try allNets[technique]![lengths.firstIndex(of: epochs)!]
    }

    private var allNets: [Technique: [[LearnedNet]]] {
        get throws {
            try run.once {
                let parts = try mixParts
                return try Dictionary(
                    uniqueKeysWithValues: Technique.allCases.map { technique in
                        (
                            technique,
                            try lengths.map { epochs in
                                let setup = setup(epochs: epochs)
                                return try run.overSeedsAtOnce(seeds) { random in
                                    try learned(technique, setup, of: parts, using: &random)
                                }
                            }
                        )
                    })
            }
        }
    }
}

/// Keeps, after every epoch, how far the highest score of a photo is ahead of the mean of its scores.
final class LeadKeeper: Callback {
    private let photos: Tensor
    private(set) var leads: [Float] = []

    init(_ photos: Tensor) { self.photos = photos }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .epoch, let photos = photos as? Input else { return }
        learner.model.eval()
        let scores = noGrad { learner.model(photos) }
        leads.append((scores.max(axis: 1).values - scores.mean(axis: 1)).mean().item)
    }
}

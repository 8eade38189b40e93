// A checkpoint after every epoch, and a `fit` that continues from one.

import Foundation
import Layers

/// Saves a checkpoint after every epoch. If the file exists when `fit` begins, training continues from
/// it: finished epochs are not repeated, and the rest has the same bits as without the interruption.
///
///     let learner = Learner(…, callbacks: [Checkpointing(to: url)])
///     try learner.fitOneCycle(10, learningRate: 1e-3)       // started again later: continues
///
/// Give `fit` the same number of epochs and the same settings as before; remove the file to start over.
public final class Checkpointing: Callback {
    private let url: URL
    private var done = 0

    public init(to url: URL) { self.url = url }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        switch phase {
        case .fit:
            let found = FileManager.default.fileExists(atPath: url.path)
            done = found ? try checkpoint(of: learner).load(from: url)["epochs"].flatMap { Int($0) } ?? 0 : 0
        case .epoch where learner.epoch < done: throw Cancel(.epoch)
        default: break
        }
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .epoch else { return }
        try checkpoint(of: learner).save(to: url, notes: ["epochs": "\(learner.epoch + 1)"])
    }

    private func checkpoint<Input, Target>(of learner: Learner<Input, Target>) -> Checkpoint {
        Checkpoint(
            learner.model, learner.optimizer, random: [learner.loaders.train, learner.loaders.valid],
            callbacks: learner.callbacks.compactMap { $0 as? any StatefulCallback })
    }
}

// What the sections share. Each is made when a section first asks for it; what it is, is told in sections 1.3 and 1.5.

import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

extension FirstModels {
    /// A net that has learned from other pictures before: the best one that this machine has.
    var pretrained: Pretrained { get throws { try run.once { try .best(of: run, photosAreReal: source.folder != nil) } } }

    /// The small net, for pages that train often.
    var smallPretrained: Pretrained { get throws { try run.once { try .small(for: run) } } }

    /// The name of the photos' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// The photos that are learned from and judged by: all that can be read, in a large folder some of them.
    var photos: [URL] {
        get throws {
            try run.once {
                let folder = try source.contents
                let most = min(folder.files.count, run.size(quick: 72, usual: 600, full: .max))
                let verified = VerifiedPhotos((0..<most).map { folder.files[$0 * folder.files.count / most] })
                let cats = verified.readable.count { isCat($0.lastPathComponent) }
                guard cats >= 5, verified.readable.count - cats >= 5 else {
                    throw PhotoProblem(
                        folder.images.path,
                        "of \(most) files that are called photos, \(cats) are readable photos of cats and "
                            + "\(verified.readable.count - cats) of dogs, but a training needs five of each"
                            + (verified.problems.first.map { ". The first problem: \($0)" } ?? ""))
                }
                return verified.readable
            }
        }
    }

    /// The plan of the data: photos with their labels, a fifth of them to be judged by, all of one size.
    var plan: DataBlock<URL, CategoryBlock> {
        get throws {
            DataBlock(
                target: CategoryBlock(Vocabulary(["cat", "dog"])), splitter: .random(share: 0.2, seed: 42),
                getY: { isCat($0.lastPathComponent) ? "cat" : "dog" }, item: Resize(Size2D(try pretrained.size)))
        }
    }

    var batchSize: Int { get throws { run.size(quick: 8, usual: 16, full: 64) } }

    /// The learner that the chapter looks at, trained as in section 1.3. Do not train it any further: others want to see
    /// it as it is.
    var trained: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                var random = run.random
                let data = try plan.loaders(of: try photos, batchSize: try batchSize, using: &random)
                let learner = VisionLearner(
                    data, body: try pretrained.body(), metrics: [.errorRate], normsLearn: normsLearn, using: &random)
                try learner.fineTune(epochs, rate: rate, frozenEpochs: frozen, divisor: divisor)
                return learner
            }
        }
    }
    var env: [String: String] { ProcessInfo.processInfo.environment }
    var normsLearn: Bool { env["NL"] == "1" }
    var epochs: Int { Int(env["EP"] ?? "1")! }
    var frozen: Int { Int(env["FR"] ?? "1")! }
    var rate: Float { Float(env["RATE"] ?? "2e-3")! }
    var divisor: Float { Float(env["DIV"] ?? "100")! }
}

/// Whether a file's name is that of a cat. (The book's `is_cat`; see section 1.5.)
public func isCat(_ fileName: String) -> Bool { fileName.first?.isUppercase == true }

// What the sections about regression share. Each is made when a section first asks for it.

import Common
import Datasets
import Foundation
import Notebook
import Tensors
import Training
import Vision

extension OtherVisionProblems {
    /// The frames that nets learn from in this run.
    var heads: Heads {
        get throws {
            try run.once {
                if !headSource.isStandIn, let folder = headSource.folder { return try Heads(dataSet: folder) }
                return try Heads(
                    generated: run.size(quick: 4, usual: 40, full: 100), width: run.size(quick: 64, usual: 128))
            }
        }
    }

    /// The name of their data set, for every table and chart of them.
    var headsName: String { headSource.name }

    /// The frames that this run uses: in a large folder some of them, from all over it.
    var headFrames: [HeadFrame] {
        get throws {
            try run.once {
                let frames = try heads.frames
                let most = min(frames.count, run.size(quick: 96, usual: 960, full: .max))
                return (0..<most).map { frames[$0 * frames.count / most] }
            }
        }
    }

    /// Half as high and half as wide as the files. (The book's 240 × 320.)
    var headSize: Size2D {
        get throws {
            let size = try headFrames[0].size
            return Size2D(min(size.height / 2, 240), min(size.width / 2, 320))
        }
    }

    /// The validation recording: the book's 13, or else the last but one.
    var judgedRecording: String {
        get throws {
            let names = try heads.recordings
            return names.contains("13") ? "13" : names[max(0, names.count - 2)]
        }
    }

    /// The body that learns places: the small net, whatever the photos are, since it is trained many times.
    var headBody: Pretrained { get throws { try run.once { try .small(for: run) } } }

    /// The plan of the book: frames with the middle of the head, a validation recording, half the size.
    var headBlock: DataBlock<HeadFrame, PointBlock> {
        get throws {
            let held = try judgedRecording
            return DataBlock(
                target: PointBlock(), items: { _ in [] }, splitter: .function { $0.recording == held },
                getX: { $0.picture }, getY: { $0.label }, batch: try headChanges())
        }
    }

    /// The random changes of frames: those of the book, but for the light, which changes by three times as much.
    func headChanges(lighting: Double = 0.6) throws -> [any BatchTransform] {
        augmentations(size: try headSize, lighting: lighting)
    }

    /// How many epochs: the book's five. And how many frames a batch has.
    var headEpochs: Int { run.size(quick: 1, usual: 5) }
    var headBatch: Int { run.size(quick: 16, usual: 32, full: 64) }

    /// A learner of places. (The book's `cnn_learner`.)
    func headLearner(
        _ block: DataBlock<HeadFrame, PointBlock>? = nil, body: Body? = nil, of frames: [HeadFrame]? = nil,
        using random: inout SplitMix64
    ) throws -> VisionLearner<PointBlock> {
        let data = try (block ?? headBlock).loaders(
            of: try frames ?? headFrames, batchSize: headBatch, using: &random)
        let learner = VisionLearner(
            data, body: try body ?? headBody.body(), head: headPlan, using: &random)
        learner.unfreeze()
        return learner
    }

    /// The learner that the chapter looks at: five epochs at a high rate. Do not train it any further.
    var trainedHead: VisionLearner<PointBlock> { get throws { try headTrainings.first } }

    /// A high rate; the book's is 2e-2.
    var headRate: Float { 1e-2 }

    /// The errors of five trainings of that kind after each epoch, in percent of the width.
    var headCurves: [[Double]] { get throws { try headTrainings.curves } }

    private var headTrainings: (first: VisionLearner<PointBlock>, curves: [[Double]]) {
        get throws {
            try run.once {
                let learners = try run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random in
                    let learner = try headLearner(using: &random)
                    try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
                    return learner
                }
                return (learners[0], learners.map { $0.learner.recorder.rows.map { percentOfWidth($0.validLoss) } })
            }
        }
    }

    /// The errors in the end, of the first so many of these trainings, or of as many as `--seeds` says.
    func headErrors(_ count: Int) throws -> [Double] {
        try headCurves.prefix(run.options.seedCount ?? count).map { $0.last! }
    }

    /// Faces with 68 places, real ones if they are at hand.
    var faces: Faces { get throws { try faceSource.contents } }
    var facesName: String { faceSource.name }
}

/// The mean squared error of a model that gives the same numbers for everything, the mean of its training set.
/// - Parameter train, judged: labels, [n] or [n, k].
func meanSquaredError(ofTheMean train: Tensor, _ judged: Tensor) -> Float {
    (judged - train.mean(axis: 0, keepingAxes: true)).squared().mean().item
}

extension PhotoDatasets where Target == PointBlock {
    /// All labels of a set as rows [n, 2k].
    func rows(_ part: DatasetPart) -> Tensor {
        KeyPoints.collate((part == .train ? train : valid).labels).flattened(from: 1)
    }
    /// The mean squared error of a model that always says the mean of the training set.
    var errorOfTheMean: Float { meanSquaredError(ofTheMean: rows(.train), rows(.valid)) }
}

/// The root of a mean squared error as a length: in pixels of a picture of this width.
func inPixels(_ error: some BinaryFloatingPoint, width: Int) -> Double {
    Double(error).squareRoot() * Double(width) / 2
}

// The two nets of the application: the bears of this chapter, and ten digits.

import Common
import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

extension ModelToProduction {
    /// The application of this run, as a program of its own. It ends with the run.
    var app: RunningApp { get throws { try run.once { try RunningApp(self) } } }

    /// The net for photos, as the application uses it.
    var appNet: PhotoNet { get throws { try run.once { PhotoNet(try trained.model) } } }

    /// The net for digits.
    var digitNet: PhotoNet { get throws { try run.once { PhotoNet(try trainedDigits.model) } } }

    /// Which data the photos come from.
    var dataOfApp: String { dataName }

    /// "mnist" or "generated digits"
    var digitsName: String { get throws { try digitImages.origin } }

    /// All ten digits: MNIST if it is at hand, else generated ones.
    var digitImages: DigitImages {
        get throws {
            try run.once {
                if let mnist = try run.locator.find("mnist").found { return try .mnist(mnist.folder) }
                return .generated(
                    digits: Array(0...9), train: run.size(quick: 60, usual: 400), valid: 40, seed: run.seed)
            }
        }
    }

    /// Learns digits, as chapter 4 does, but all ten of them and with less patience.
    var trainedDigits: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                let (train, valid) = try (digitImages.train, digitImages.valid)
                let (many, few) = (run.size(quick: 400, usual: 4000, full: 60_000), 400)
                func some(_ part: LabelledDigits, _ count: Int) -> [LabelledDigit] {
                    let taken = min(count, part.count)
                    return (0..<taken).map { LabelledDigit(part, $0 * part.count / taken) }
                }
                let items = some(train, many) + some(valid, few)
                let block = DataBlock(
                    target: CategoryBlock(), items: { _ in items },
                    splitter: Splitter { all in
                        (
                            Array(0..<all.count - min(few, valid.count)),
                            Array((all.count - min(few, valid.count))..<all.count)
                        )
                    },
                    getX: \.photo, getY: \.name, item: Resize(32),
                    batch: augmentations(flip: false, degrees: 8, lighting: 0.1, warp: 0.1), normalization: nil)
                var random = run.random
                let data = try block.loaders(of: items, batchSize: 64, using: &random)
                let learner = VisionLearner(
                    data, body: smallArchitecture(width: 8).body(using: &random),
                    head: HeadPlan(hidden: [], dropout: 0.1),
                    metrics: [.errorRate], using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 2, usual: 5), 1e-2) }
                return learner
            }
        }
    }
}

/// One digit of a set.
struct LabelledDigit: CustomStringConvertible {
    let name: String
    let description: String
    let photo: Photo

    init(_ part: LabelledDigits, _ place: Int) {
        (name, description) = ("\(part.labels[place])", part.names[place])
        photo = digitPhoto(Tensor(part.images[place]) / 255)
    }
}

/// A digit [28, 28] as a photo.
func digitPhoto(_ digit: Tensor) -> Photo { Photo(brightnesses: Tensor.stack([digit, digit, digit])) }

/// The mean of red, green and blue [h, w], 0…1.
func brightness(of photo: Photo) -> Tensor { (Tensor(photo.bytes) / 255).mean(axis: 2) }

extension PhotoNet {
    /// What the net for digits says of a picture of 28 × 28 pixels.
    func digit(in picture: Tensor) throws -> (name: String, probability: Float) {
        let said = answersNow(for: [try self.picture(of: digitPhoto(picture).opened())])[0].probabilities
        let best = said.indices.max { said[$0] < said[$1] }!
        return (classes[best], said[best])
    }
}

// MARK: What the pages show

extension ModelToProduction {
    /// A photo of each kind that the net has not learned from.
    var photosOfEachKind: [(kind: String, photo: any PhotoSource)] {
        get throws {
            try run.once {
                let set = try trained.data.datasets.valid
                return try kinds.classes.compactMap { kind in
                    set.values.firstIndex(of: kind).map { (kind, set.photos[$0]) }
                }
            }
        }
    }

    /// One of them as the bytes of a PNG.
    var photoOfThisRun: Data {
        get throws { try run.once { try photosOfEachKind.last!.photo.opened().photo().raster.pngData() } }
    }

    /// The same with 64 × 64 pixels.
    var smallPhoto: Data {
        get throws {
            try run.once {
                let opened = try photosOfEachKind.last!.photo.opened()
                let part = Framing(Region(of: opened.size, shapedLike: 64), size: 64)
                return try opened.photo(part).raster.pngData()
            }
        }
    }

    /// Digits that the net has not learned from, of any size and anywhere on a sheet of 280 × 280 pixels.
    var drawingsOfThisRun: [(String, Tensor)] {
        get throws {
            let part = try digitImages.valid
            var random = run.random
            return (0..<run.size(quick: 20, usual: 100)).map { number in
                let place = (number % 10 * part.count / 10 + number * 7) % part.count
                let side = 60 + Int(random.uniform() * 140)
                let (top, left) = (
                    Int(random.uniform() * Double(280 - side)), Int(random.uniform() * Double(280 - side))
                )
                let digit = (Tensor(part.images[place]) / 255).unsqueezed(0)
                    .interpolated(to: Size2D(side, side), mode: .bilinear)[0]
                var sheet = Tensor.zeros(280, 280)
                sheet[top..<(top + side), left..<(left + side)] = digit
                return ("\(part.labels[place])", sheet)
            }
        }
    }

    /// How long batches of some sizes take.
    var batchCosts: [BatchCost] {
        get throws {
            try run.once {
                let net = try appNet
                let picture = try net.picture(of: photosOfEachKind.last!.photo.opened())
                let sizes = run.size(quick: [1, 2], usual: [1, 2, 4, 8, 16, 32])
                return sizes.map { count in
                    let x = Tensor.stack([Tensor](repeating: picture, count: count))
                    let times = (0..<run.size(quick: 1, usual: 5)).map { _ in
                        let start = ContinuousClock.now
                        _ = noGrad { net.model.net(x) }
                        return (ContinuousClock.now - start) / .milliseconds(1)
                    }
                    return BatchCost(pictures: count, milliseconds: times.sorted()[times.count / 2])
                }
            }
        }
    }
}

/// How long a batch takes.
struct BatchCost: Sendable {
    var pictures: Int, milliseconds: Double
}

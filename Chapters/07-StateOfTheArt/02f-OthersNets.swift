// # Somebody else's net
//
// Section 7.2 · After this page you know why you need the statistics of a net that others have trained, and why earlier
// chapters did not ask for them.

import Common
import Figures
import Notebook
import Tensors
import Vision

// A net that begins from nothing gets used to whatever it is given. A pretrained one cannot: all it knows is photos of
// one kind, normalized in one way. So whoever uses it has to do the same, and whoever passes a net on should say what
// that is. In chapters 1 and 5 nobody asked for it, since the library's `cnn_learner` (ours is `VisionLearner` with a
// pretrained body) puts the right normalization in by itself, and with a net that begins from nothing it does not.
//
// To measure it without training anything: take a pretrained body, find the middle of each class's features (section
// 7.1), and call a new photo by the nearest middle. `nearest` finds it; then `featuresOf` gives the features of some
// photos with any normalization, `middlesOf` the middles, and `accuracyWith` the share of new photos that are called
// right:

/// Of each row, the place of the nearest middle: features [n, c] · middles [classes, c] → n places
public func nearest(_ features: Tensor, to middles: Tensor) -> [Int] {
    let squares = (features.unsqueezed(1) - middles.unsqueezed(0)).squared().sum(axis: 2)
    return squares.argmin(axis: 1).scalars
}

extension StateOfTheArt {
    func wrongForOthers() throws {
        let pretrained = try Pretrained.best(of: run, photosAreReal: source.folder != nil)
        let body = pretrained.body().layers
        body.eval()
        let size = Size2D(run.size(quick: 32, usual: pretrained.isLarge ? 96 : 64, full: 128))
        func featuresOf(_ set: PhotoDataset<CategoryBlock>, _ most: Int, _ normalization: Normalization?) throws -> (
            Tensor, [Int]
        ) {
            let places = evenlyByClass(most, of: set.labels, classes: try self.classes.count)
            let pipeline = PhotoPipeline(item: CenterCrop(size), normalization: normalization)
            let batches = stride(from: 0, to: places.count, by: 32).map { places[$0..<min($0 + 32, places.count)] }
            let all = try batches.map { batch in
                let x = try pipeline.batch(batch.map { set.photos[$0] })
                return noGrad { body(x).mean(axes: 2, 3) }
            }
            return (.cat(all), places.map { set.labels[$0] })
        }
        let (classes, bytes) = (
            try self.classes.count, Normalization(mean: [0, 0, 0], deviation: Array(repeating: 1 / 255, count: 3))
        )
        let (few, some) = (run.size(quick: 40, usual: 150, full: 1000), run.size(quick: 30, usual: 120, full: 1000))
        func middlesOf(_ normalization: Normalization?) throws -> Tensor {
            let (x, labels) = try featuresOf(try parts.train, few, normalization)
            return classMiddles(x, labels, classes: classes)
        }
        let (right, raw) = (try middlesOf(.imageNet), try middlesOf(nil))
        func accuracyWith(_ middles: Tensor, _ normalization: Normalization?) throws -> Double {
            let (x, labels) = try featuresOf(try parts.valid, some, normalization)
            return Double(zip(nearest(x, to: middles), labels).count { $0 == $1 }) / Double(labels.count)
        }
        let rows = [
            ("ImageNet's", "ImageNet's", "right", try accuracyWith(right, .imageNet)),
            ("ImageNet's", "none", "forgotten", try accuracyWith(right, nil)),
            ("ImageNet's", "none, pixels to 255", "bytes", try accuracyWith(right, bytes)),
            ("none", "none", "never", try accuracyWith(raw, nil)),
        ]
        var table = TextTable(["statistics for the middles", "for the new photos", "accuracy"], decimals: 3)
        for (before, after, key, value) in rows {
            table.add(before, after, value)
            record("pretrained/accuracy-\(key)", value)
        }
        show(table, "\(pretrained.title), classes of \(dataName) by the nearest middle")
        show(
            rows[0].3 > rows[2].3, "with the right statistics it is right more often than with pixels up to 255",
            ask: "The body has learned with ImageNet's statistics. Does it miss them with pixels up to 255?")

        // Look at the last row, too. There the same mistake was made on both sides, so that nothing is inconsistent.
        // How much is lost even so is lost because the body has never seen such numbers: what its first layers learned
        // to look for is not there. (Some nets want other statistics, or none: EfficientNet-Lite was trained with (x -
        // 127) / 128. It has to be looked up. Nothing in the weights tells.)
    }
}

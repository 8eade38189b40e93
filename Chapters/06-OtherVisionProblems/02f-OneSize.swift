// # One size, and a look at a batch
//
// Section 6.2 · After this page you can finish the plan, and know what a random part of a photo does to its labels.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// **State 8.** The last part: all photos of one size. `RandomResizedCrop(128, minScale: 0.35)` takes another part of a
// photo every time, of 35 to 100 % of its area and of a shape that is not far from a square, and brings it to 128 × 128
// pixels. Those for validation are cut out of the middle, always in the same way.

extension OtherVisionProblems {
    func theFinishedPlan() throws {
        let block = DataBlock(
            target: MultiCategoryBlock(try classes), items: { _ in [LabelledPhoto]() },
            splitter: .function { $0.isValid }, getX: photoOf, getY: labelsOf,
            item: RandomResizedCrop(Size2D(try photoSize), minScale: 0.35))
        var random = run.random
        let data = try block.loaders(of: try photos, batchSize: 16, using: &random)
        let (x, y) = try data.oneBatch()
        show(x.shape, "state 8: a batch of photos")
        show(
            y.shape, "and of targets",
            predict: .shape("A batch has \(x.shape[0]) photos. What is the shape of its targets?", y.shape))
        show(
            try data.showBatch(count: 3),
            "Three photos of a batch, with what their rows of zeros and ones mean; \(dataName)")

        // If something had gone wrong on the way, `summary` would say where. It takes the plan through one item and one
        // batch (chapter 5):
        show(try scenes.shortText(block.summary(of: try photos).description), "summary")
    }

    func cutAway() throws {
        // Look at what a random part does. Here is one photo with several labels, as the net gets it in eight epochs:
        var random = run.random
        let data = try sceneLoaders(using: &random)
        let place = data.datasets.train.values.indices.max {
            data.datasets.train.values[$0].count < data.datasets.train.values[$1].count
        }!
        show(try data.showVariants(of: place, count: 8), "One photo as the net sees it in eight epochs")
        show(data.datasets.train.values[place].joined(separator: ", "), "its labels, each time")

        // The labels remain the same, but a part of the photo may not show all of what they name. So some of the
        // targets are wrong in training, and none of this is noticed anywhere. How small can a part be, as a share of
        // the area?
        let whole = try photoOf(try photos[0]).opened().size
        let areas = (0..<400).map { _ in
            let framing = RandomResizedCrop(Size2D(128), minScale: 0.35).framing(
                of: whole, isTraining: true, using: &random)
            return framing.region.width * framing.region.height / Double(whole.width * whole.height)
        }
        show(
            Chart("Parts of a photo are between a third of it and all", x: "share of the photo's area", y: "parts") {
                Histogram(areas, bins: 14, range: 0...1)
            }, "400 random parts of one photo")
        record("crop/least-share-of-the-area", areas.min()!)

        // With one label for each photo the same happens, but there the thing is usually in the middle and large. The
        // more things there are on a photo, the more of them get lost. If your labels are about small things, try a
        // `minScale` closer to 1.
    }
}

// # Looking before training
//
// Section 5.3 · After this page you look at a batch before you train, and know why no error message can do it for you.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Never assume that code works which was written a minute ago. A data block is a plan. What does not fit together in
// it, the compiler refuses; what goes wrong when photos are read ends with a message. But a plan whose parts fit may
// still say something other than you meant. Nothing but your eyes finds that out. `showBatch`, the book's `show_batch`,
// shows photos as the net gets them, with their labels:

extension ImageClassification {
    func aBatch() throws {
        var random = run.random
        let data = try petLoaders(using: &random)
        show(try data.showBatch(count: 3), "Three photos of a training batch, on \(dataName)")

        // Does each photo show what its label says? If you do not know the breeds, look some up, and compare. Is the
        // animal still in the picture, after the cut? Are the changes such as a camera might make? The same photo, as
        // eight epochs get it (the book's `unique=True`):
        show(try data.showVariants(count: 8), "One photo as the net sees it in eight epochs, on \(dataName)")
    }

    func wrongWithoutAWord() throws {
        // And this is a plan with the pattern that cuts names at the first `_`, from section 5.1. Does it complain?
        let early = label(matching: #/^([^_]+)_/#)
        var plan = try plan
        plan.target = CategoryBlock(Vocabulary(try photos.map(early)))
        plan.getY = early
        let summary = plan.summary(of: try photos)
        show(
            summary.problem == nil, "a plan with wrong labels goes through without a problem",
            predict: .yesNo(
                "Names are cut at the first underscore, so that labels are wrong. Does the plan go through without a problem?",
                summary.problem == nil))
        let train = try plan.datasets(of: try photos).train
        let places = try train.names.indices.filter { try breedOf(URL(filePath: train.names[$0])) != train.values[$0] }
        let some = places.prefix(3)
        show(
            ImageGrid(
                try some.map { try train.photos[$0].opened().photo().raster }, titles: some.map { train.values[$0] },
                columns: 3, cellSize: 200), "What one sees then, on \(dataName)")

        // Whoever sees a dog with a title that is no breed, such as `great` or `american`, stops and thinks. Whoever
        // only looks at the loss does not.
    }
}

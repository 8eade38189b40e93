// # Is it better, and is it faster?
//
// Section 5.2 · After this page you know what presizing brings in this run, and what it costs.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The book says that presizing improves accuracy, and often speed. Both can be measured. First the time for a photo,
// from the file to what the net sees, in three ways. `perPhoto` is the mean over some photos:

extension ImageClassification {
    func timeOfEachWay() throws {
        let (size, large) = (Size2D(128), Size2D(160))
        let files = try somePhotos
        let transforms = augmentations(size: size, minScale: 0.75)
        func perPhoto(_ item: Resize?, _ change: (Photo, inout SplitMix64) -> Photo) throws -> Double {
            var random = run.random
            let pipeline = PhotoPipeline(item: item)
            let time = try milliseconds {
                for file in files {
                    let photo = try pipeline.framed(file, isTraining: true, using: &random).photo
                    _ = change(photo, &random)
                }
            }
            return time / Double(files.count)
        }
        var table = TextTable(["first a square of", "then", "milliseconds a photo"], decimals: 2)
        table.add(
            "160", "all changes at once", try perPhoto(Resize(large)) { allAtOnce($0, transforms, using: &$1) })
        table.add(
            "160", "one change after the other",
            try perPhoto(Resize(large)) { oneByOne($0, transforms, using: &$1) })
        table.add(
            "the whole photo", "all changes at once", try perPhoto(nil) { allAtOnce($0, transforms, using: &$1) })
        show(table, "Milliseconds for a photo of \(dataName), on one thread")

        // One map for all is faster than one after the other, whatever the numbers of your machine are, for less is
        // computed. How the first row compares with the last depends on the photos. Where they are many times larger
        // than 160 pixels, a square of 160 is made of a JPEG that was decoded at a half, a quarter or an eighth of its
        // size, which saves most of the work. Where they are hardly larger than that, the two rows are nearly
        // the same.
    }

    func trainedWithAndWithout() throws {
        // And the accuracy? A small body learns breeds with two plans. Both change photos at random in the same ways.
        // One has a square of a quarter more than needed to begin with. The other has just the final size, so that its
        // turns and zooms have to make up what is beyond the edge. `kept` has all photos in memory, decoded once, as
        // large as the first plan wants them; `errors` trains with one of the plans, from several seeds:
        let small = try smallPretrained
        let (epochs, seeds) = (run.size(quick: 1, usual: 3, full: 10), run.size(quick: 1, usual: 3, full: 5))
        let kept = try photos.map { try PracticeFile(file: $0, label: "").read(small.size, try breedOf($0)) }
        func errors(_ presize: Int) throws -> [Double] {
            try run.overSeedsAtOnce(seeds) { random in
                let learner = try smallLearner(kept, presize: presize, using: &random)
                try EpochReporting.silently { try learner.fineTune(epochs, rate: 5e-3) }
                // An error rate is a number of photos (section 5.5); so two equal ones are equal to the last bit.
                let judged = Double(learner.data.datasets.valid.count)
                return (Double(learner.learner.recorder["error_rate"].last!) * judged).rounded() / judged
            }
        }
        let (with, without) = (try errors(small.presize), try errors(small.size))
        var table = TextTable(["item transform", "batch transforms", "error_rate"], decimals: 3)
        table.add("\(small.presize) × \(small.presize)", "to \(small.size) × \(small.size)", Spread(with))
        table.add("\(small.size) × \(small.size)", "to \(small.size) × \(small.size)", Spread(without))
        show(table, "\(small.title), fine-tuned for \(counted(epochs, "epoch")) on \(dataName)")
        let better = zip(with, without).count { $0 < $1 }
        let isBetter = Spread(with).mean < Spread(without).mean
        show(
            "Presizing had fewer errors from \(better) of \(counted(seeds, "start")), and "
                + (isBetter ? "fewer on average." : "not fewer on average: it has not helped here."))
        record("presizing/error-with", over: with)
        record("presizing/error-without", over: without)

        // So do not take it on trust that presizing lowers the error of *your* training. It is certain what it does to
        // pixels: fewer are made up, and the others are sharper. Whether that shows in the errors depends on what there
        // is to see, and on chance: with a hundred validation photos, five mistakes more or less are nothing
        // unusual (section 5.5). Here pictures are small, and breeds differ by coats and ears and not by single hairs.
        // The book makes its claim for pictures of 224 pixels, and prints no comparison.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// The small net, with a plan whose item transform makes squares of `presize` pixels.
    private func smallLearner(
        _ photos: [PracticePhoto], presize: Int, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let small = try smallPretrained
        let plan = DataBlock<PracticePhoto, CategoryBlock>(
            target: CategoryBlock(try breeds), items: { _ in [] }, splitter: .random(seed: 42), getX: \.photo,
            getY: \.breed, item: Resize(Size2D(presize)),
            batch: augmentations(size: Size2D(small.size), minScale: 0.75))
        let data = try plan.loaders(of: photos, batchSize: run.size(quick: 8, usual: 32, full: 64), using: &random)
        return VisionLearner(data, body: small.body(), metrics: [.errorRate], using: &random)
    }
}

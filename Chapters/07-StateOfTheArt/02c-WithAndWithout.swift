// # With and without
//
// Section 7.2 · After this page you know what normalizing brings to a net that begins from nothing, and why it may be
// little.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// From now on the photos are normalized. `getDls` makes loaders for a setup, with any size of photos and of batches,
// and puts the normalization behind all other changes (the book's `get_dls(bs, size)`). It acts on a whole batch at
// once, and so the book has it among `batch_tfms`. Here is the baseline again, with it:

extension StateOfTheArt {
    /// Learners of the baseline, with normalization: one for each seed. Do not train them any further.
    var baselineLearners: [VisionLearner<CategoryBlock>] {
        get throws {
            try run.once {
                let setup = baseline
                _ = try parts
                return try run.overSeedsAtOnce(seeds) { random in try trained(setup, using: &random) }
            }
        }
    }

    func theSameNormalized() throws {
        let (with, without) = (try baselineLearners, try rawLearners)
        show(
            BookTrainings.beside(with[0].learner.recorder.rows, BookTrainings.normalized),
            "Five epochs with normalized photos on \(dataName), beside the book's on imagenette2")
        let better = zip(with, without).count { $0.accuracy > $1.accuracy }
        var table = TextTable(["photos", "accuracy", "loss", "book: accuracy"], decimals: 4)
        table.add("from 0 to 1", Spread(without.map(\.accuracy)), Spread(without.map(\.loss)), 0.825243)
        table.add("normalized", Spread(with.map(\.accuracy)), Spread(with.map(\.loss)), 0.824496)
        show(table, "With and without normalization, \(counted(with.count, "seed")) each, on \(dataName)")
        show("\(better) of \(with.count)", "seeds with which the normalized photos gave the better net")
        record(
            "normalized/accuracy", over: with.map(\.accuracy), book: 0.824496,
            differs: "a small net, \(try parts.train.count) photos of \(large) × \(large) pixels")

        // The book's two numbers are 2210 and 2208 right answers of 2678: no difference. It says that normalizing helps
        // only a little here. In this run the table says how much; beside it stands how much the seeds differ.
    }

    func theNormTakesItOut() {
        // Why so little? Because the net has batch norms. Behind the first convolution, every channel is brought to
        // mean 0 and deviation 1 anyway. If all photos become twice as bright, so does what comes out of the
        // convolution, and the norm takes it out again:
        var random = run.random
        let layers = Sequential(Array(XResNetPlan.small.body(using: &random).layers.layers.prefix(2)))
        let x = Tensor.rand(8, 3, 24, 24, using: &random)
        let (once, scaled) = noGrad { (layers(x), layers(x * 2)) }
        show(
            (once - scaled).abs().max().item < 1e-3,
            "behind the first norm, a batch and the same twice as bright are the same",
            ask: "Every pixel is doubled. Is the result of the first convolution and its norm the same as before?")
        // And if something is added to all pixels? A convolution adds the same to every place, but for the border,
        // where there is padding of zeros. If it were not for the border, the norm would take that out as well:
        let shifted = noGrad { layers(x + 1) }
        let inner = 2..<10
        let difference = (once - shifted)[0..., 0..., inner, inner].abs().mean().item
        let border = (once - shifted)[0..., 0..., 0..<1, 0...].abs().mean().item
        var table = TextTable(["place", "mean difference behind the norm"], decimals: 3)
        table.add("inside", difference)
        table.add("top row", border)
        show(table, "One is added to every pixel")
        show(border > difference, "most of what is left is at the border")
        // (The border is not without effect on the inside: it moves the mean and the deviation a little that all places
        // are normalized by.)
    }
}

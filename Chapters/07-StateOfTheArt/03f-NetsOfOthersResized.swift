// # With a net that has learned already
//
// Section 7.3 · After this page you know why progressive resizing may do harm to a pretrained net, and have tried it.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book warns: with a pretrained net, small photos first may make the result *worse*. That will happen above all
// where the pretrained net has learned from photos like yours, of about the same size. It needs little training then,
// and small photos would only spoil what it knows. Where yours are of another size or style, it may help. "Try it", it
// says; so we do. A pretrained body is fine-tuned in two ways at equal work: from large photos only, and first from
// small ones. It needs few photos, `pretrainedParts`:

extension StateOfTheArt {
    /// Some of the photos: a pretrained net needs few.
    var pretrainedParts: PhotoDatasets<CategoryBlock> {
        get throws {
            try run.once {
                let all = try photos
                let train = all.filter { !$0.isValid }, most = run.size(quick: 40, usual: 240, full: 2000)
                let count = min(most, train.count)
                return try datasets(
                    of: (0..<count).map { train[$0 * train.count / count] } + all.filter(\.isValid))
            }
        }
    }

    func resizedWithAPretrainedBody() throws {
        let pretrained =
            try run.size == .full ? Pretrained.best(of: run, photosAreReal: source.folder != nil) : .small(for: run)
        let (parts, count) = (try pretrainedParts, run.size(quick: 1, usual: 3))
        var (big, little) = (baseline, baseline)
        (big.size, little.size) = (run.size(quick: 32, usual: 60, full: 128), run.size(quick: 20, usual: 30, full: 64))
        let (large, small) = (big, little)
        let (epochs, rate) = (run.size(quick: 1, usual: 2, full: 5), pretrained.isLarge ? Float(2e-3) : 1e-2)
        let share = Double(small.size * small.size) / Double(large.size * large.size)
        // Small photos have the work of one epoch of large ones; the first of their epochs trains the head alone.
        let smallEpochs = max(Int((1 / share).rounded()) - 1, 1)
        // `learner` takes the same body for each seed, with a new head:
        func learner(_ setup: Setup, _ random: inout SplitMix64) throws -> VisionLearner<CategoryBlock> {
            VisionLearner(
                try getDls(setup, of: parts, using: &random), body: pretrained.body(), head: HeadPlan(hidden: []),
                metrics: [.accuracy], using: &random)
        }
        let direct = try run.overSeeds(count) { random in
            let one = try learner(large, &random)
            try EpochReporting.silently { try one.fineTune(epochs, rate: rate, divisor: 10) }
            return one.accuracy
        }
        let smallFirst = try run.overSeeds(count) { random in
            let one = try learner(small, &random)
            try EpochReporting.silently { try one.fineTune(smallEpochs, rate: rate, divisor: 10) }
            one.data = try getDls(large, of: parts, using: &random)
            try EpochReporting.silently { try one.fitOneCycle(epochs, .slice(rate / 20, rate / 2)) }
            return one.accuracy
        }
        var table = TextTable(["fine-tuned with", "work", "accuracy"], decimals: 3)
        table.add("large photos", fixed(Double(epochs + 1), 1), Spread(direct))
        table.add(
            "small photos, then large ones", fixed(Double(smallEpochs + 1) * share + Double(epochs), 1),
            Spread(smallFirst))
        show(table, "\(pretrained.title), fine-tuned on \(parts.train.count) photos of \(dataName)")
        record("pretrained/accuracy-large-only", over: direct)
        record("pretrained/accuracy-small-first", over: smallFirst)
        let worse = zip(smallFirst, direct).count { $0 < $1 }
        show(
            "\(worse) of \(direct.count)", "seeds with which small photos first made the pretrained net worse")
        show(
            source.folder != nil && !pretrained.isLarge
                ? "The body has learned from generated scenes, and these are photographs: here small photos first may help."
                : "The body has learned from photos like these: here small photos first may do harm.")
        // A few hundred photos and a few seeds are not enough to tell two close numbers apart. What can be said is that
        // nobody can rely on a gain, nor on a loss: it depends on what the net has learned from. That is why the book's
        // advice is to try.
    }

    func moreSteps() {
        // One can go through more than two sizes. Beyond the size of the files there is nothing to be gained: an
        // enlarged photo costs more and shows no more. Sizes for each epoch, evenly spaced and in steps that fit the
        // net's halvings:
        let sizes = resizingSteps(from: 64, to: 160, epochs: 5, multiple: 32)
        show(
            sizes, "sizes of five epochs from 64 to 160 pixels, in multiples of 32",
            predict: .numbers(
                "Five epochs go evenly from 64 to 160 pixels: 64, 88, 112, 136, 160. Each is rounded down to a multiple of 32. What are they?",
                [64, 64, 96, 128, 160]))
    }
}

// MARK: Helpers

/// Sizes that grow evenly from epoch to epoch, each rounded down to a multiple of a number.
public func resizingSteps(from first: Int, to last: Int, epochs: Int, multiple: Int) -> [Int] {
    (0..<epochs).map { epoch in
        let size = epochs == 1 ? last : first + (last - first) * epoch / (epochs - 1)
        return max(size / multiple, 1) * multiple
    }
}

// # Small photos first
//
// Section 7.3 · After this page you can train a net on small photos first and on large ones after that, and say what
// carries over.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// In 2018 a small team won a public contest (DAWNBench) for training fast on ImageNet, against companies with far
// larger machines. One of its ideas: *begin with small photos, and end with large ones.* The first epochs, in which a
// net learns that there are edges and colours, then cost little; the last ones, for which details matter, have them.
// The book calls it **progressive resizing**: to use larger and larger images in the course of training.
//
// What is lost in a small photo? Four photos of this run in both sizes, each as the net sees it:

extension StateOfTheArt {
    func photosOfTwoSizes() throws {
        let valid = try parts.valid
        let places = (0..<4).map { (2 * $0 + 1) * valid.count / 8 }
        let pictures = try [small, large].flatMap { size in
            var (random, setup) = (run.random, baseline)
            setup.size = size
            let data = try getDls(setup, using: &random)
            return data.rasters(try data.pipeline.batch(places.map { valid.photos[$0] }))
        }
        show(
            ImageGrid(
                pictures, titles: places.map { valid.values[$0] } + places.map { _ in "\(large) × \(large)" },
                columns: 4, cellSize: large * max(1, 180 / large)),
            "The same photos as small ones, \(small) × \(small) pixels, and as large ones (\(dataName))")
    }
}

// Can a net do that? Its weights fit any size (section 7.1). And what they have learned is of use: an edge is an edge
// in a small photo as well as in a large one, and so is an eye. But not everything stays as it was: things are larger,
// counted in pixels. Here are two nets, one trained with small photos and one with large ones, each judged at many
// sizes (`curve`):

extension StateOfTheArt {
    func judgedAtOtherSizes() throws {
        let (small, large) = (try smallNets[0], try baselineLearners[0].net)
        let sizes = run.size(quick: [20, 32], usual: [16, 24, 32, 40, 48, 60, 72], full: [48, 64, 96, 128, 160, 192])
        func curve(_ net: TransferNet) throws -> [Double] { try sizes.map { try accuracy(of: net, size: $0) } }
        let curves = (try curve(small), try curve(large))
        show(
            Chart(
                "Two nets, each judged at many sizes", x: "height and width in pixels",
                y: "accuracy"
            ) {
                Line(sizes, curves.0, "learned from \(self.small) × \(self.small)", colour: Colour.palette[0])
                Points(sizes, curves.0, colour: Colour.palette[0])
                Line(sizes, curves.1, "learned from \(self.large) × \(self.large)", colour: Colour.palette[1])
                Points(sizes, curves.1, colour: Colour.palette[1])
            }, "The same photos of \(dataName), judged at many sizes")
        record("sizes/small-net-at-its-own-size", try accuracy(of: small, size: self.small))
        record("sizes/small-net-at-the-large-size", try accuracy(of: small, size: self.large))
        // Neither is equally good everywhere. Each has its best sizes, mostly about its own, and loses on the way to
        // the other's. So the size has to change in training, not after it, and the net has to get used to it. That is
        // what one does with a pretrained net for a new task; hence `fine_tune`.
    }
}

// In code it is little. The learner gets other data, and everything else stays (the book's `learn.dls = get_dls(64,
// 224)`):

/// A training in two phases: the net after the first one, and what came of both. Do not train them any further.
struct TwoPhases {
    let small: TransferNet
    let learner: VisionLearner<CategoryBlock>
}

// `smallEpochs` says for how many epochs the photos are small (the book's 4). The second phase has the book's two
// rounds of `fine_tune(5, 1e-3)`: an epoch in which the rate rises, and then five along a cycle of half that height.
// Its rate is a third of the first phase's, as in the book:

extension StateOfTheArt {
    /// For how many epochs photos are small. (The book's 4.)
    var smallEpochs: Int { run.size(quick: 1, usual: 4, full: 16) }
    /// How many seeds the comparisons of this section have.
    var phaseSeeds: Int { run.options.seedCount ?? run.size(quick: 1, usual: 5) }

    /// The baseline with small photos.
    var smallSetup: Setup {
        var setup = baseline
        (setup.size, setup.epochs) = (small, smallEpochs)
        return setup
    }

    /// The second phase: large photos, and the two rounds of `fine_tune`, in which everything learns (section 7.3 says
    /// why). (The book's `learn.fine_tune(5, 1e-3)`.)
    func goOn(_ learner: VisionLearner<CategoryBlock>, epochs: Int, rate: Float) throws {
        try learner.fitOneCycle(1, LearningRates(rate), rise: 0.99)
        try learner.fitOneCycle(epochs, LearningRates(rate / 2), rise: 0.3, startDivisor: 5)
    }

    /// A net that has learned from small photos, and then from large ones.
    func progressivelyTrained(using random: inout SplitMix64) throws -> TwoPhases {
        let learner = try trained(smallSetup, using: &random)
        let small = try copied(learner.net)
        learner.data = try getDls(baseline, using: &random)
        try goOn(learner, epochs: epochs, rate: baseline.rate / 3)
        return TwoPhases(small: small, learner: learner)
    }

    /// From several seeds.
    var twoPhases: [TwoPhases] {
        get throws {
            try run.once {
                _ = try parts
                return try run.overSeedsAtOnce(phaseSeeds) { random in try progressivelyTrained(using: &random) }
            }
        }
    }
    var smallNets: [TransferNet] { get throws { try twoPhases.map(\.small) } }
    var progressiveLearners: [VisionLearner<CategoryBlock>] { get throws { try twoPhases.map(\.learner) } }
}

// MARK: Helpers

extension StateOfTheArt {
    /// A net with the same numbers, which stays as it is while the other one goes on.
    private func copied(_ net: TransferNet) throws -> TransferNet {
        var random = SplitMix64(seed: 0)
        let copy = try newLearner(smallSetup, using: &random).net
        try copy.load(net.stateDictionary)
        return copy
    }

    /// The accuracy of a net on at most 500 of the validation photos, at a size.
    func accuracy(of net: TransferNet, size: Int) throws -> Double {
        let valid = try parts.valid
        let count = min(500, valid.count)
        let places = (0..<count).map { $0 * valid.count / count }
        var (random, setup) = (run.random, baseline)
        setup.size = size
        let x = try getDls(setup, using: &random).pipeline.batch(places.map { valid.photos[$0] })
        net.eval()
        let answers = noGrad { net(x).argmax(axis: 1).scalars }
        return Double(zip(answers, places).count { $0 == valid.labels[$1] }) / Double(count)
    }
}

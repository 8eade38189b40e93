// # One body, three heads
//
// Section 6.5 · After this page you can turn a net for classes into one for several labels or for places, by changing
// the head and the loss.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// Single-label classification, multi-label classification, regression: three chapters' worth of problems, and one net.
// What differs is how many numbers come out, and which loss compares them with the targets. To see it, take one set of
// pictures and ask three questions: what is on it (one of ten), what is on it (any of ten), and where is it?
// `ThreeProblems` holds pictures of generated scenes, of which all three answers are known; this page has one, called
// `threeProblems`, and makes each learner with `sceneLearner`, in which nothing but the target differs. All are trained
// by `tune`, with one rate and in as many epochs. The next page looks at the first of them again, `oneOfTen`, so it is
// kept:

/// Scenes with one thing and scenes with several, in memory.
struct ThreeProblems: Sendable {
    let single, crowded: GeneratedScenes

    init(count: Int) throws {
        single = try GeneratedScenes(count: count, size: 64, seed: 61)
        crowded = try GeneratedScenes(count: count, size: 64, objects: 0...4, seed: 62)
    }

    func photo(_ scenes: GeneratedScenes, _ place: Int) -> Photo {
        Photo(height: 64, width: 64, pixels: scenes.images[place].scalars)
    }
    /// The names of what is on a crowded scene, each once.
    func names(_ place: Int) -> [String] { Set(crowded.objects[place].map(\.kind.name)).sorted() }
    /// The middle of the box of the only thing.
    func middle(_ place: Int) -> KeyPoints {
        let box = single.objects[place][0].box
        return KeyPoints([Point(Double(box.left + box.right) / 2, Double(box.top + box.bottom) / 2)], in: 64)
    }
}

extension OtherVisionProblems {
    /// The scenes of this page.
    var threeProblems: ThreeProblems {
        get throws { try run.once { try ThreeProblems(count: run.size(quick: 60, usual: 900)) } }
    }

    /// A plan for one of the questions, and a learner of it.
    func sceneLearner<Target: TargetBlock>(
        _ target: Target, head plan: HeadPlan = HeadPlan(hidden: [128], dropout: 0.2), _ scenes: GeneratedScenes,
        metrics: [Metric<Target.Label.Batch>] = [], getY: @escaping (Int) -> Target.Value,
        using random: inout SplitMix64
    ) throws -> VisionLearner<Target> {
        let problems = try threeProblems
        let block = DataBlock<Int, Target>(
            target: target, items: { _ in [] }, splitter: .random(seed: 42), getX: { problems.photo(scenes, $0) },
            getY: getY,
            batch: augmentations(degrees: 5, warp: 0))
        let data = try block.loaders(of: Array(0..<scenes.count), batchSize: headBatch, using: &random)
        return VisionLearner(
            data, body: try headBody.body(),
            head: plan, metrics: metrics, using: &random)
    }

    /// How long each of them learns, with the same rate.
    func tune<Target>(_ learner: VisionLearner<Target>) throws {
        try EpochReporting.silently { try learner.fineTune(run.size(quick: 1, usual: 6), rate: 5e-3, divisor: 10) }
    }

    /// The learner that says which of ten things is there, trained.
    var oneOfTen: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                let scenes = try threeProblems.single
                var random = run.random
                let learner = try sceneLearner(
                    CategoryBlock(), scenes, metrics: [.accuracy], getY: { scenes.objects[$0][0].kind.name },
                    using: &random)
                try tune(learner)
                return learner
            }
        }
    }

    func threeQuestions() throws {
        let problems = try threeProblems
        var (two, three) = (run.random, run.random)
        let scenes = problems.single
        let single = try oneOfTen
        let multi = try sceneLearner(
            MultiCategoryBlock(), problems.crowded, metrics: [.multiLabelAccuracy()], getY: problems.names, using: &two)
        let points = try sceneLearner(PointBlock(), head: headPlan, scenes, getY: problems.middle, using: &three)
        var table = TextTable(["problem", "a batch of targets", "outputs", "parameters of the body", "of the head"])
        table.add(
            "one class", "\(try single.data.oneBatch().1.shape)", "\(single.data.target.outputs)", single.net.body.size,
            single.net.head.size)
        table.add(
            "several classes", "\(try multi.data.oneBatch().1.shape)", "\(multi.data.target.outputs)",
            multi.net.body.size, multi.net.head.size)
        table.add(
            "a place", "\(try points.data.oneBatch().1.shape)", "\(points.data.target.outputs)", points.net.body.size,
            points.net.head.size)
        show(
            table, "One body, three heads",
            predict: .choice(
                "Which part of the net is the same in all three?", ["the body", "the head"], answer: "the body"))
        show(
            multi.net.head.size - single.net.head.size,
            "parameters that the head for several classes has more than the one for one class",
            predict: .count("One class of ten, or any of ten: how many parameters more has the second head?", 0))

        // One class or any number of classes: not even the head differs, only the loss, and what is made of the ten
        // numbers. A place has a head that points (section 6.4); the book's is the same as for classes, with two
        // outputs. And all three learn:
        try tune(multi)
        try tune(points)
        let majorityShare = shareOfMostFrequent(single.data.datasets.valid.values)
        let nothing = 1 - Double(problems.crowded.presence.mean().item)
        let (accuracy, cells) = (
            single.learner.recorder["accuracy"].last!, multi.learner.recorder["accuracy_multi"].last!
        )
        let error = percentOfWidth(points.learner.recorder.rows.last!.validLoss),
            mean = percentOfWidth(points.data.datasets.errorOfTheMean)
        var results = TextTable(["problem", "loss", "measured by", "the net", "the baseline"], decimals: 3)
        results.add("one class", "cross-entropy", "accuracy", accuracy, majorityShare)
        results.add("several classes", "binary cross-entropy", "share of right cells", cells, nothing)
        results.add("a place", "mean squared error", "error, % of the width", error, mean)
        show(results, "Three problems of generated scenes, \(counted(run.size(quick: 1, usual: 6), "epoch")) each")

        // (The baselines are always the most frequent class, nothing said of any class, and always the mean place.)
        record("three/accuracy", accuracy)
        record("three/right-cells", cells)
        record("three/right-cells-if-nothing-is-said", nothing)
        record("three/error-of-the-place", error)
        record("three/error-of-the-mean-place", mean)
    }
}

// MARK: Helpers

extension Module {
    /// How many numbers it learns.
    fileprivate var size: Int { parameters.reduce(0) { $0 + $1.shape.reduce(1, *) } }
}

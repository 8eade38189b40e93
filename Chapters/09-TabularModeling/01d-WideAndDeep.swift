// # Wide and deep
//
// Section 9.1 · After this page you can put a dot product and a net into one model, and say what each is there for.

import Figures
import Layers
import Notebook
import Tabular
import Tensors
import Training

// An app shop suggests apps to people (H.-T. Cheng and others, “Wide & Deep Learning for Recommender Systems”, 2016;
// the book's figure 9-5). Two kinds of things decide whether somebody installs one. The first is taste: this person
// likes this sort of app. Chapter 8 multiplies the rows of two embeddings for it, a dot product. The second is
// everything else: the hour, the weekday, how large the app is. For that, rows and plain numbers go side by side into a
// net, as in this section. Google's model is the sum of both, a *wide* and a *deep* part. (Its wide part is a linear
// layer for products of columns, of which a dot product of embeddings is the small relative.)
//
// To see what each part does, `appVisits` makes visits in which both are planted: how well a person and an app fit, a
// product of two hidden numbers for each; and that games are for evenings, except on weekends, when they are for
// mornings.

/// Visits of people to apps: who, which app, when, and how large the interest was.
func appVisits(_ count: Int, using random: inout SplitMix64) -> DataFrame {
    let (people, apps) = (Tensor.randn(60, 2, using: &random), Tensor.randn(40, 2, using: &random))
    let taste = people.matmul(apps.transposed())
    let chance = Tensor.randn(count, using: &random).scalars
    var (who, what, hours, weekends): ([Int], [Int], [Double], [Double]) = ([], [], [], [])
    var interest: [Double] = []
    for row in 0..<count {
        who.append(Int(random.next() % 60))
        what.append(Int(random.next() % 40))
        hours.append(24 * random.uniform())
        weekends.append(random.next() % 2 == 0 ? 1 : 0)
        let isEvening = hours[row] > 12, isWeekend = weekends[row] == 1
        let mood = isEvening == isWeekend ? -1.0 : 1
        interest.append(Double(taste[who[row], what[row]].item) + mood + 0.3 * Double(chance[row]))
    }
    return DataFrame([
        ("person", Column(who)), ("app", Column(what)), ("hour", Column(hours)), ("weekend", Column(weekends)),
        ("interest", Column(interest)),
    ])
}

// `WideAndDeep` has both parts, and can do without one of them. The dot product has embeddings of its own; the deep
// part is the net for tables that all of this chapter uses:

/// A dot product of two embeddings, a net of embeddings and numbers, or the sum of both: a batch of b rows → [b, 1].
final class WideAndDeep: Module, Layer {
    let first, second: Embedding?
    let deep: TabularModel?

    /// - Parameter plan: of the net; its first two columns of categories are those that are multiplied.
    init(_ plan: TabularPlan, factors: Int, isWide: Bool, isDeep: Bool, using random: inout SplitMix64) {
        first = isWide ? Embedding(plan.levels[0], factors, deviation: 0.1, using: &random) : nil
        second = isWide ? Embedding(plan.levels[1], factors, deviation: 0.1, using: &random) : nil
        deep = isDeep ? TabularModel(plan, using: &random) : nil
    }

    func forward(_ x: TabularBatch) -> Tensor {
        var sum = deep.map { $0(x) } ?? .zeros(x.shape[0], 1)
        if let first, let second {
            sum = sum + (first(x.categories[0..., 0]) * second(x.categories[0..., 1])).sum(axis: 1, keepingAxes: true)
        }
        return sum
    }
}

extension TabularModeling {
    func wideAndDeep() throws {
        // Each model learns from the same visits, and predicts others. The trivial one says the mean:
        let kinds = [("dot product only", true, false), ("net only", false, true), ("sum of both", true, true)]
        let errors = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            let table = appVisits(run.size(quick: 400, usual: 6000), using: &random)
            let data = try TabularData(
                table, procs: [.categorify, .normalize], categorical: ["person", "app"],
                continuous: ["hour", "weekend"], target: "interest",
                splits: .random(table.rowCount, using: &random))
            let y = data.valid.targets
            let mean = data.train.targets.reduce(0, +) / Double(data.train.count)
            return try [rootMeanSquaredError(y.map { _ in mean }, y)]
                + kinds.map { try errorOfPart($0.1, $0.2, data, using: &random) }
        }
        var table = TextTable(["model", "valid rmse"], decimals: 3)
        for (place, name) in (["the mean"] + kinds.map(\.0)).enumerated() {
            table.add(name, Spread(errors.map { $0[place] }))
            record("wide-and-deep/rmse-of-\(slug(name))", over: errors.map { $0[place] })
        }
        let means = (1...3).map { place in Spread(errors.map { $0[place] }).mean }
        show(
            table, "Interest in apps, predicted by parts of one model and by all of it, generated visits",
            predict: .choice(
                "Taste is a product, and the mood depends on hour and weekend together. Which model is best?",
                kinds.map(\.0), answer: kinds[means.indices.min { means[$0] < means[$1] }!].0))

        // The dot product cannot know the hour, and the chance alone is 0.3. The net sees everything, but a product of
        // two hidden numbers is hard to put together from layers that only add: it would have to learn nearly every
        // pair of person and app by itself. Side by side, each does what it can do best, and the gradient of the sum
        // trains both at once.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// The validation error of a model with one part or both, trained.
    private func errorOfPart(
        _ isWide: Bool, _ isDeep: Bool, _ data: TabularData, using random: inout SplitMix64
    ) throws -> Double {
        let plan = TabularPlan(
            levels: data.recipe.categorify.counts, widths: [8, 8], numbers: 2,
            layers: run.size(quick: [10], usual: [50, 25]))
        let model = WideAndDeep(plan, factors: 4, isWide: isWide, isDeep: isDeep, using: &random)
        let learner = Learner(
            data.loaders(batchSize: 64, using: &random), model, loss: { mseLoss($0.squeezed(1), $1) },
            optimizer: { AdamW($0, learningRate: $1) })
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 8), learningRate: 1e-2) }
        model.eval()
        let said = noGrad { model(data.valid.inputs).squeezed(1).scalars.map(Double.init) }
        return rootMeanSquaredError(said, data.valid.targets)
    }
}

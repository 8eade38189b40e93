// The net of section 9.7, trained; and forests and nets that have learned from the same sales, with several
// seeds: sections 9.7 to 9.9 compare them.

import Notebook
import Tabular
import Tensors
import Training

/// The predictions of forests and nets for the same rows, one of each for every seed.
struct Rivals {
    /// The targets of these rows, and the mean of the training targets.
    let targets: [Double], mean: Double
    private(set) var forests: [[Double]] = [], nets: [[Double]] = [], forestsOfEmbeddings: [[Double]] = []
    /// How long training and predicting took, in milliseconds.
    private(set) var times: [[Double]] = []

    /// The errors of each seed.
    func errors(_ said: [[Double]]) -> [Double] { said.map { rootMeanSquaredError($0, targets) } }

    /// For each seed, the mean of prediction minus target.
    func meanErrors(_ said: [[Double]]) -> [Double] {
        said.map { said in zip(said, targets).reduce(0) { $0 + $1.0 - $1.1 } / Double(targets.count) }
    }

    var errorOfMean: Double { rootMeanSquaredError(targets.map { _ in mean }, targets) }

    /// For each seed, the mean of forest and net.
    var both: [[Double]] { zip(forests, nets).map { zip($0, $1).map { ($0 + $1) / 2 } } }

    fileprivate init(_ sales: NumberedSales) {
        (targets, mean) = (sales.validY, sales.y.reduce(0, +) / Double(sales.y.count))
    }

    fileprivate mutating func add(forest: Timed, net: Timed, forestOfEmbeddings: Timed) {
        forests.append(forest.said)
        nets.append(net.said)
        forestsOfEmbeddings.append(forestOfEmbeddings.said)
        times.append([forest, net, forestOfEmbeddings].map(\.milliseconds))
    }
}

extension TabularModeling {
    /// The net.
    var theNet: TabularLearner<Tensor> {
        get throws {
            try run.once {
                var random = run.random
                let learner = netLearner(try netData(prepared.splits), using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), 1e-2) }
                return learner
            }
        }
    }

    /// Forests and nets on the book's split.
    var rivals: Rivals { get throws { try run.once { try rivals(netData(prepared.splits), mended) } } }

    /// The same on the split in which the latest sales of all are for validation.
    var rivalsOnTheLatest: Rivals {
        get throws {
            try run.once {
                let latest = try judgedByTheLatest
                if latest.data.splits == (try prepared.splits) { return try rivals }
                return try rivals(netData(latest.data.splits), latest)
            }
        }
    }

    /// - Parameter sales: the same rows as numbers, as trees take them.
    private func rivals(_ data: TabularData, _ sales: NumberedSales) throws -> Rivals {
        let sales = try sales.keeping(data.recipe.categorical + data.recipe.continuous)
        var rivals = Rivals(sales)
        _ = try run.overSeeds(run.size(quick: 1, usual: 5)) { random in
            var net: TabularLearner<Tensor>?
            let ofForest = try timed { try rf(sales, using: &random).predict(sales.validX) }
            let ofNet = try timed {
                let learner = netLearner(data, using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), 1e-2) }
                net = learner
                return learner.predictions().squeezed(1).scalars.map(Double.init)
            }
            let ofEmbeddings = try timed {
                try RandomForest(
                    embedded(data.train, by: net!), sales.y, trees: run.size(quick: 5, usual: 40), columnShare: 0.2,
                    minLeafSize: 5, outOfBag: false, using: &random
                ).predict(embedded(data.valid, by: net!))
            }
            rivals.add(forest: ofForest, net: ofNet, forestOfEmbeddings: ofEmbeddings)
        }
        return rivals
    }
}

/// A model's predictions, and how long it took to train it and to get them.
typealias Timed = (said: [Double], milliseconds: Double)

func timed(_ model: () throws -> [Double]) rethrows -> Timed {
    var said: [Double] = []
    let time = try milliseconds { said = try model() }
    return (said, time)
}

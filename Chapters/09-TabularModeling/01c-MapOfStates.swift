// # A map that nobody has drawn
//
// Section 9.1 · After this page you have seen a net find out where things are, and measured how well.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// The net gets categories only: state, weekday, month, and whether there is a campaign. Each has an embedding of its
// own. After training, the table of the states has a row for each, and the two directions in which the rows differ most
// are drawn, as section 8.5 does with films: they are the principal components.
//
// `trainedOnStores` trains it, with much weight decay: rows that need not be far from each other are pulled together.
// `storeNet` is the net of this page.

extension TabularModeling {
    /// A net that has learned from generated stores.
    func trainedOnStores(using random: inout SplitMix64) throws -> TabularLearner<Tensor> {
        let table = stores
        let data = try TabularData(
            table, categorical: ["State", "Weekday", "Month", "Campaign"], continuous: [], target: "LogSales",
            splits: .random(table.rowCount, using: &random))
        let learner = TabularLearner<Tensor>(
            data, layers: run.size(quick: [20], usual: [100, 50]), widths: [4, 4, 6, 2], batchSize: 128,
            optimizer: { AdamW(groups: $0, learningRate: $1, weightDecay: 1) }, using: &random)
        try learner.fitOneCycle(run.size(quick: 2, usual: 8), 1e-2)
        return learner
    }

    /// The net of this page.
    var storeNet: TabularLearner<Tensor> {
        get throws {
            try run.once {
                var random = run.random
                return try trainedOnStores(using: &random)
            }
        }
    }

    func mapOfStates() throws {
        let learner = try storeNet
        let errors = learner.predictions().squeezed(1) - Tensor(learner.data.valid.targets.map(Float.init))
        let mean = learner.data.train.targets.reduce(0, +) / Double(learner.data.train.count)
        let guess = learner.data.valid.targets.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        record("stores/rmse", errors.squared().mean().item.squareRoot())
        record("stores/rmse-of-the-mean", (guess / Double(learner.data.valid.count)).squareRoot())

        // The rows of the states, along their two longest directions; and the states where they are:
        let rows = rows(of: learner)
        let map = twoDirections(of: rows)
        let names = states.map(\.name)
        show(
            LabelMap(
                "As the net places them", x: "first component", y: "second component",
                names.indices.map { LabelMap.Item(names[$0], Float(map[$0].0), Float(map[$0].1)) }),
            "The embedding of sixteen states, learned from generated stores")
        show(
            LabelMap(
                "As they are on the map", x: "degrees east", y: "degrees north",
                states.map { LabelMap.Item($0.name, Float($0.east), Float($0.north)) }), "Sixteen German states")

        // The net's map may be turned or seen from behind, since no direction of an embedding means anything by itself.
        // What can be compared are distances. Each point is a pair of states:
        let (onMap, inNet) = (pairDistances(states.map { [$0.east / 3.2, $0.north / 2.6] }), pairDistances(rows))
        show(
            Chart("Far on the map, far in the embedding", x: "distance on the map", y: "distance of the rows") {
                Points(onMap, inNet, colour: .blue)
            }, "All pairs of states, generated stores")
        let agreement = correlation(onMap, inNet)
        record(
            "stores/correlation-of-distances", agreement,
            predict: .number(
                "0 is no relation, 1 a straight line: what is the correlation of the two distances?", agreement,
                within: .plusMinus(0.15)))

        // Does it always come out like this? Five nets, each with other chance, and their errors:
        let nets = try run.overSeeds(run.size(quick: 1, usual: 5)) { random in
            let net = try EpochReporting.silently { try trainedOnStores(using: &random) }
            let errors = net.predictions().squeezed(1) - Tensor(net.data.valid.targets.map(Float.init))
            return (
                rmse: Double(errors.squared().mean().item.squareRoot()),
                agreement: correlation(onMap, pairDistances(self.rows(of: net)))
            )
        }
        record("stores/rmse-of-five-nets", over: nets.map(\.rmse))
        record("stores/correlation-of-distances-of-five-nets", over: nets.map(\.agreement))

        // They predict sales about equally well, and their maps are not equally good. A net need not put alike things
        // side by side: the layers behind the embedding can make up for any order. So such maps are worth a look, but
        // what is not on them need not be missing in the data.

        // (The paper draws the same two pictures of the real stores, the book's figures 9-2 and 9-3. Real neighbours
        // have more in common than the weather.)
    }

    func calendarOfEmbeddings() throws {
        // The months and the weekdays have embeddings, too. Drawn in the order of the calendar, with a line from each
        // to the next:
        let model = try storeNet.model
        for (column, name) in [(1, "Weekday"), (2, "Month")] {
            let table = model.embeddings[column].weight.value.detached()
            let classes = try storeNet.data.classes(name).dropFirst()
            let map = twoDirections(of: classes.indices.map { table[$0].scalars.map(Double.init) })
            show(
                Chart("\(name)s, as the net places them", x: "first component", y: "second component") {
                    Line(map.map(\.0), map.map(\.1), "to \(classes.last!)", arrows: true)
                    Points(map.map(\.0), map.map(\.1))
                    Points([map[0].0], [map[0].1], classes.first!, colour: .vermilion)
                }, "The embedding of the \(name.lowercased()), generated stores")
        }

        // Mostly, neighbours in the calendar are neighbours in the embedding (the book's figure 9-4 shows it for the
        // real stores), though the net only knew twelve names and seven names. In these stores spring and autumn are
        // alike, so their months may lie upon each other.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// The rows of the states in a net's table.
    private func rows(of learner: TabularLearner<Tensor>) -> [[Double]] {
        let classes = learner.data.classes("State")
        let table = learner.model.embeddings[0].weight.value.detached()
        return states.map { state in table[classes.firstIndex(of: state.name) ?? 0].scalars.map(Double.init) }
    }
}

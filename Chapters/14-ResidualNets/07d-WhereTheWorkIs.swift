// # Where the work is
//
// Section 14.7 · After this page you can say where in a ResNet the multiplications are and where the parameters, and
// why halving the grid and doubling the channels go together.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// The ledger of the stem was short. Here is that of all of ResNet-18 for a picture of 128 × 128, added up by its parts:

extension ResidualNets {
    func ledgerOfResNet18() {
        var random = run.random
        let net = OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random)
        let rows = ledger(of: net, for: .zeros(1, 3, 128, 128))
        let parts = partsOfNet.map { part in
            rows.filter { row in part.layers.contains(Int(row.name.split(separator: ".")[2])!) }
        }
        var table = TextTable(["part", "grid", "weights", "million multiplications", "uses of a weight"], decimals: 1)
        for (part, rows) in zip(partsOfNet, parts) {
            let (weights, work) = (rows.sum(\.weights), rows.sum(\.multiplications))
            let side = Int(Double(rows.last!.places).squareRoot())
            table.add(
                part.name, "\(side) × \(side)", weights, Double(work) / 1e6, Double(work) / Double(weights))
        }
        show(table, "The ledger of ResNet-18 for a picture of 128 × 128")

        // As shares of the whole, part by part:
        let (weights, work) = (rows.sum(\.weights), rows.sum(\.multiplications))
        let names = partsOfNet.map(\.name)
        show(
            Chart("Most weights are late; the work is spread evenly", x: "part of ResNet-18", y: "share in %") {
                Bars(names, parts.map { 100 * Double($0.sum(\.multiplications)) / Double(work) }, "multiplications")
                Bars(names, parts.map { 100 * Double($0.sum(\.weights)) / Double(weights) }, "weights")
            }, "Where the work and the weights are")
        let last = Double(parts[4].sum(\.weights)) / Double(weights)
        show(
            fixed(last, 2), "share of the weights that are in the last group",
            predict: .choice(
                "Four groups, each with twice the channels of the one before. About which share of all weights has the "
                    + "last one?", ["a quarter", "half", "three quarters"], answer: "three quarters"))

        // The stem has one in four hundred of the weights and more than a sixth of the work: each of its weights is
        // used thousands of times for one picture, a weight of the last group 16 times.
        //
        // (The book says that the vast majority of the computation happens in the early layers. Weight by weight, that
        // is so. In sum, it is not so for this net, as the picture shows: the four groups do about the same. That is no
        // accident. Half the height and half the width leave a quarter of the places, and twice the channels in and out
        // make four times the weights. The product stays what it was. So one can add blocks to any group for about the
        // same price in time. In parameters, the last group is by far the most expensive.)
    }

    // MARK: Helpers

    /// The parts of a ResNet-18, and which of its layers they are.
    private var partsOfNet: [(name: String, layers: ClosedRange<Int>)] {
        [("stem", 0...3), ("group 1", 4...5), ("group 2", 6...7), ("group 3", 8...9), ("group 4", 10...11)]
    }
}

extension [LedgerRow] {
    fileprivate func sum(_ number: (LedgerRow) -> Int) -> Int { reduce(0) { $0 + number($1) } }
}

// # What a search favours
//
// Section 2.2 · After this page you have measured what it costs to learn from what a search thinks is typical.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// A search engine gives what people click on. Deborah Raji has shown what comes of it: asked for "healthy skin", one
// gave photos of young white women who touch their faces (figure 2-3 of the book). Whoever trains a detector of healthy
// skin on them has a detector of young white women, and no accuracy on these photos would tell.
//
// It happens with bears as well. Black bears may be brown, some are as light as cinnamon, and a search for "black bear"
// hardly shows them. Generated bears can be asked for either: one in five black bears is brown here, one in five
// grizzlies is dark. `SearchedBears` are photos of three searches that differ in nothing else: one shows usual bears
// only, one shows all as they occur, and the third has the unusual ones, for validation. `searched` makes them,
// `accuracy` says how often a head is right, and `mean` is that over all seeds.

/// Features of generated bears, with their kinds as numbers.
struct SearchedBears {
    let x: Tensor, y: [Int]
}

extension ModelToProduction {
    /// Bears as a search for a colour shows them.
    func searched(_ colour: BearColour, perKind: Int, seed: UInt64) throws -> SearchedBears {
        let kinds: [BearKind] = [.black, .grizzly]
        let plan = try BearFiles(
            perKind: perKind, size: run.size(quick: 32, usual: 80), kinds: kinds, colour: colour, seed: seed)
        let place = TemporaryFolder("searched")
        try plan.write(to: place.url)
        let files = try photoFiles(in: place.url)
        let body = try smallBody
        return SearchedBears(
            x: try features(of: files, by: body), y: files.map { parentFolder($0) == kinds[0].rawValue ? 0 : 1 })
    }

    /// The share of right answers of a head that has learned from some bears, about others.
    func accuracy(from train: SearchedBears, on judged: SearchedBears, using random: inout SplitMix64) -> Double {
        let y = IntTensor(train.y)
        let head = FeatureHead(train.x, outputs: 2, steps: run.size(quick: 5, usual: 80), using: &random) {
            crossEntropy($0, y)
        }
        let answers = head(judged.x).argmax(axis: 1).scalars.map { Int($0) }
        return Double(zip(answers, judged.y).count { $0 == $1 }) / Double(judged.y.count)
    }

    func usualBearsOnly() throws {
        // A black bear or a grizzly? Two heads learn on top of the small pretrained net, from equally many photos. Both
        // are judged twice: as search engines would have it, and by bears that are not as expected.
        let count = run.size(quick: 8, usual: 80)
        let results = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            let seeds = (0..<4).map { _ in random.next() }
            let trained = [
                try searched(.usual, perKind: count, seed: seeds[0]),
                try searched(.any, perKind: count, seed: seeds[1]),
            ]
            let judged = [
                try searched(.usual, perKind: count / 2, seed: seeds[2]),
                try searched(.unusual, perKind: count / 2, seed: seeds[3]),
            ]
            return trained.map { one in judged.map { accuracy(from: one, on: $0, using: &random) } }
        }
        var table = TextTable(["learned from", "usual bears", "unusual bears"], decimals: 3)
        let names = ["what the search favours", "bears as they occur"]
        for (k, name) in names.enumerated() {
            table.add(name, Spread(results.map { $0[k][0] }), Spread(results.map { $0[k][1] }))
        }
        func mean(_ k: Int, _ j: Int) -> Double { Spread(results.map { $0[k][j] }).mean }
        show(
            table, "Accuracy on generated bears, \(counted(results.count, "seed")); guessing gives 0.5",
            predict: .change(
                "A head that has learned from usual bears is judged by unusual ones in place of usual ones. Its accuracy …",
                from: mean(0, 0), to: mean(0, 1)))
        let names2 = ["usual", "all"]
        for (k, name) in names2.enumerated() {
            record("bias/accuracy-on-usual-from-\(slug(name))", over: results.map { $0[k][0] })
            record("bias/accuracy-on-unusual-from-\(slug(name))", over: results.map { $0[k][1] })
        }

        // The middle column is what one would measure, because validation photos are usually kept back from the same
        // search. It looks good for both. What is in the right column is found by nobody who does not go and get such
        // photos. (An accuracy below a half is worse than guessing: what the net has learned is the colour.)
        if mean(0, 1) < mean(1, 1) {
            show(
                fixed(mean(1, 1) - mean(0, 1), 3), "gained on unusual bears, by a search that shows them as they occur")
        }
    }
}

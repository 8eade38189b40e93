// # Names in tables
//
// Section 2.1 · After this page you know for which tables a net is worth its trouble.

import Figures
import Layers
import Notebook
import Tabular
import Tensors
import Training

// The third field is tables. There, deep learning has come late, and what one has is often hard to beat: where a forest
// of decision trees works already, a net may gain little, and it takes longer to train. (A comparison on many tables,
// by L. Grinsztajn, E. Oyallon and G. Varoquaux in 2022, still found trees ahead on those of medium size.) It is at its
// best together with the others, and where a column holds something that is no number:
//
// - *many different names*: products, shops, postcodes;
// - *words* that somebody has written.
//
// Such a table is made up here. A shop sells things; each row is a sale, with the thing's name in three words, one of
// 300 shops, and the price (`NamedSales`). Each word has its own effect on the price, and so has each shop. Of 3,000
// rows, 600 are kept for validation, with names that mostly occur nowhere else, though their words do:

/// Sales of things with names.
public struct NamedSales: Sendable {
    /// Three words for each sale, as numbers below 90; and its shop, below 300.
    public let words: [[Int]], shops: [Int]
    public let prices: [Float]

    public init(_ count: Int, using random: inout SplitMix64) {
        let effects = Tensor.randn(90, using: &random).scalars, shopEffects = Tensor.randn(300, using: &random).scalars
        let noise = Tensor.randn(count, using: &random).scalars
        words = (0..<count).map { _ in (0..<3).map { 30 * $0 + Int.random(in: 0..<30, using: &random) } }
        shops = (0..<count).map { _ in Int.random(in: 0..<300, using: &random) }
        var prices: [Float] = []
        for (row, names) in words.enumerated() {
            prices.append(names.reduce(0) { $0 + effects[$1] } + 0.7 * shopEffects[shops[row]] + 0.3 * noise[row])
        }
        self.prices = prices
    }

    /// The name of each thing as one number, as a table would have it.
    public var names: [Int] { words.map { $0.reduce(0) { $0 * 30 + $1 % 30 } } }
}

// A net has a place for a word: a row of numbers that it learns, an *embedding* (chapter 8). `NamesNet` takes the mean
// of the rows of a name's words, and the row of the shop:

/// A price from words and a shop.
final class NamesNet: Module, Layer {
    let words: Embedding, shops: Embedding, layers: Sequential

    init(using random: inout SplitMix64) {
        words = Embedding(90, 8, deviation: 0.1, using: &random)
        shops = Embedding(300, 4, deviation: 0.1, using: &random)
        layers = Sequential([Linear(12, 24, using: &random), ReLU(), Linear(24, 1, using: &random)])
    }

    /// x [n, 4]: three words and a shop → [n]
    func forward(_ x: IntTensor) -> Tensor {
        let names = words(x[0..., ..<3]).mean(axis: 1)
        return layers(.cat([names, shops(x[0..., 3])], axis: 1)).squeezed(1)
    }
}

extension ModelToProduction {
    func wordsAndShops() throws {
        let (rows, kept) = (run.size(quick: 400, usual: 3000), run.size(quick: 80, usual: 600))
        let steps = run.size(quick: 20, usual: 200)
        let runs = try run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random -> [Double] in
            let sales = NamedSales(rows, using: &random)
            let free = Array(0..<rows - kept), held = Array(rows - kept..<rows)
            let truths = held.map { Double(sales.prices[$0]) }
            let prices = free.map { sales.prices[$0] }
            let mean = Double(prices.reduce(0, +)) / Double(free.count)
            // Trees see the name as one number, or a column for each of its words.
            let names = sales.names.map { Float($0) }, shops = sales.shops.map { Float($0) }
            let asOne = try Features(["name", "shop"], [names, shops])
            let asWords = try Features(
                (0..<90).map { "word \($0)" } + ["shop"],
                (0..<90).map { word in sales.words.map { $0.contains(word) ? Float(1) : 0 } } + [shops])
            var errors = [rootMeanSquaredError(held.map { _ in mean }, truths)]
            for features in [asOne, asWords] {
                let forest = try RandomForest(
                    features.rows(free), prices, trees: run.size(quick: 4, usual: 20), columnShare: 0.5,
                    minLeafSize: 3, outOfBag: false, using: &random)
                errors.append(try forest.rootMeanSquaredError(features.rows(held), truths))
            }
            let numbers = sales.words.indices.map { sales.words[$0] + [sales.shops[$0]] }
            let net = NamesNet(using: &random), optimizer = Adam(net.parameters, learningRate: 0.03)
            let (x, y) = (IntTensor(free.map { numbers[$0] }), Tensor(prices))
            for _ in 0..<steps {
                optimizer.zeroGrad()
                (net(x) - y).squared().mean().backward()
                optimizer.step()
            }
            let said = noGrad { net(IntTensor(held.map { numbers[$0] })) }.scalars.map { Double($0) }
            return errors + [rootMeanSquaredError(said, truths)]
        }
        let names = [
            "always the mean", "forest, the name is a number", "forest, a column for each word",
            "net with embeddings",
        ]
        var table = TextTable(["model", "typical error of the price"], decimals: 2)
        for (place, name) in names.enumerated() {
            table.add(name, Spread(runs.map { $0[place] }))
            record("names/error-\(slug(name))", over: runs.map { $0[place] })
        }
        let means = names.indices.map { place in Spread(runs.map { $0[place] }).mean }
        show(
            table, "\(kept) sales that no model has learned from; the noise alone is 0.30",
            predict: .choice(
                "Names are three words, and mostly new. Which model is best for new sales?", names,
                answer: names[means.indices.min { means[$0] < means[$1] }!]))
        // As one number, a name says nothing about other names. Somebody who knows the table can make a column for each
        // word, and the forest gets better, but 90 columns of noughts and ones and 300 shops are hard going for cuts of
        // one column at a time. The net takes words as they are. Its price is time: nets usually train longer than
        // trees, though libraries such as RAPIDS do all of it on a GPU. Chapter 9 does all of this on a real table, and
        // chapter 8 on the largest case: a table of people and things.
    }
}

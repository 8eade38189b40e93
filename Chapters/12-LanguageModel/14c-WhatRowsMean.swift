// # What a row means
//
// Section 12.14 · After this page you can ask a trained table which words it takes to be alike, and how much of the
// answer is chance.

import Figures
import Layers
import Notebook
import Tensors

extension LanguageModel {
    func whatRowsMean() throws {
        // The one matrix has a row for each word, and rows can be compared. Which words are closest to which? `cos` is
        // the cosine of the angle between two rows, 1 for the same direction:
        let table = try regularizedModels[0].embedding.weight.value.detached().normalized(axis: 1)
        let cosines = table.matmul(table.T)
        var shown = TextTable(["word", "nearest", "cos", "next", "cos", "and next", "cos"], decimals: 2)
        for word in ["two", "seven", "twelve", "thirty", "eighty", "hundred"] {
            let number = vocabulary.index[word]!
            let (values, places) = cosines[number].topK(4)
            func name(_ k: Int) -> String { vocabulary.words[places[k].item] }
            shown.add(word, name(1), values[1].item, name(2), values[2].item, name(3), values[3].item)
        }
        show(shown, "the words whose rows are closest to a word's, first seed")

        // Is a cosine of 0.3 close? Between two random rows of 64 numbers, the cosine has a standard deviation of 1/√64
        // = 0.125 around 0, and the largest of 29 such numbers is about 0.25. So a single neighbour says little. Groups
        // say more: words that are used alike, as tens are before ones, should be closer to one another than to the
        // rest. `likeness` is the mean cosine within the three groups, and that between them:
        func likeness(_ rows: Tensor) -> (within: Float, between: Float) {
            let groups = [Array(0...0) + Array(2...9), Array(10...19), Array(20...27)]
            let unit = rows.detached().normalized(axis: 1)
            let cosines = unit.matmul(unit.T)
            var (within, between) = ([Float](), [Float]())
            for (first, a) in groups.enumerated() {
                for (second, b) in groups.enumerated() where first <= second {
                    let pairs = a.flatMap { i in b.filter { first != second || $0 > i }.map { cosines[i, $0].item } }
                    if first == second { within += pairs } else { between += pairs }
                }
            }
            return (within.reduce(0, +) / Float(within.count), between.reduce(0, +) / Float(between.count))
        }
        let trained = try regularizedModels.map { likeness($0.embedding.weight.value) }
        let fresh = run.overSeeds(trained.count) { random in likeness(.randn(30, hidden, using: &random)) }
        var groups = TextTable(["rows", "ones, teens and tens, each among themselves", "between them"], decimals: 3)
        groups.add("of new models", Spread(fresh.map(\.within)), Spread(fresh.map(\.between)))
        groups.add("after training", Spread(trained.map(\.within)), Spread(trained.map(\.between)))
        show(groups, "mean cosine of two rows, over the seeds")
        let closer = zip(trained, fresh).count { $0.within - $0.between > $1.within - $1.between + 0.02 }
        show("\(closer) of \(trained.count)", "seeds in which training has brought words of a group together")

        // A row has two tasks now. It is what a word means when it is read, and which words are likely when it is
        // wanted. Both ask for similar rows where words are used alike, and for different ones where it matters which
        // of them it is; and in this text that matters always, for "thirty" must not be taken for "forty".
    }
}

// # Two inputs
//
// Section 15.5 · After this page you can run each line of a tabular model by itself, and say what goes in and what
// comes out.

import Common
import Figures
import Layers
import Notebook
import Tabular
import Tensors

// The last of the book's models is for tables. (Collaborative filtering needs none of its own: it is either a tabular
// model with two columns of categories, or the dot product of chapter 8.) Its `forward` takes two things for each row:
// the numbers of its categories, and its plain numbers. Here is each of its lines, run by itself on
// eight rows. `newTabularNet` is a net that has learned nothing.

extension Architectures {
    /// A net for the table that has learned nothing.
    func newTabularNet() throws -> TabularModel {
        var random = run.random
        return TabularModel(try tabularPlan, using: &random)
    }

    func categoriesLookedUp() throws {
        let data = try tabularData
        show(try tableSource.contents.shown.description, "Three rows of \(tableName)")
        let (x, net) = (data.train.inputs.rows(Array(0..<8)), try newTabularNet())
        show(x.categories.shape, "x_cat: rows, columns of categories")
        show(x.numbers.shape, "x_cont: rows, columns of plain numbers")
        // `x = [e(x_cat[:,i]) for i,e in enumerate(self.embeds)]`: each column has a table of its own, and a number is
        // looked up in it.
        let looked = net.embeddings.enumerated().map { $1(x.categories[0..., $0]) }
        var table = TextTable(["column", "levels", "its table", "what comes out"])
        for (place, name) in data.recipe.categorical.enumerated() {
            table.add(
                name, try tabularPlan.levels[place], "\(net.embeddings[place].weight.shape)", "\(looked[place].shape)")
        }
        show(table, "One embedding for each column; a level more than there are texts, for what is missing")
        // `x = torch.cat(x, 1)`: side by side.
        let joined = Tensor.cat(looked, axis: 1)
        let widths = try tabularPlan.widths
        show(
            joined.shape, "all embeddings side by side",
            predict: .shape(
                "Eight rows, and embeddings of the widths \(widths). Which shape has all of it side by side?",
                joined.shape))
        show((joined - net.embedded(x.categories)).abs().max().item == 0, "the engine's `embedded` gives the same")
    }

    func droppedAndNormed() throws {
        let (data, net) = (try tabularData, try newTabularNet())
        let x = data.train.inputs.rows(Array(0..<min(1024, data.train.count)))
        // `x = self.emb_drop(x)`: in training, single numbers of the embeddings are dropped, and the others grow, so
        // that the sum stays about the same. In evaluation nothing happens.
        let looked = noGrad { net.embedded(x.categories) }
        let dropped = noGrad { net.embeddingDropout!(looked) }
        let zeros = Double(dropped.scalars.count { $0 == 0 }) / Double(dropped.count)
        let p = Double(net.embeddingDropout!.p)
        show(
            (zeros * 1000).rounded() / 1000, "share of the embeddings' numbers that are dropped",
            predict: .share(
                "The dropout of embeddings is \(fixed(p, 2)). Which share of their numbers is 0 in training?",
                (zeros * 1000).rounded() / 1000, within: .plusMinus(0.01)))
        net.embeddingDropout!.eval()
        show((net.embeddingDropout!(looked) - looked).abs().max().item == 0, "in evaluation, nothing is dropped")
        // `x_cont = self.bn_cont(x_cont)`: the plain numbers go through a batch norm. `Normalize` has given each column
        // the mean 0 and the deviation 1 over all training rows; the norm does it for each batch, and may change both
        // by what it learns. If nobody had normalized before, this is what would save the training: here are years and
        // dollars as they could be, before and after.
        let raw = x.numbers * 1000 + 2000
        let normed = noGrad { BatchNorm1d(raw.shape[1])(raw) }
        var table = TextTable(
            ["column", "mean", "deviation", "mean after the norm", "deviation after the norm"], decimals: 3)
        for (place, name) in data.recipe.continuous.enumerated() {
            let (before, after) = (raw[0..., place], normed[0..., place])
            table.add(
                name, before.mean().item, before.std().item, rounded(after.mean().item), rounded(after.std().item))
        }
        show(table, "Plain numbers, made large on purpose, through the norm")
    }

    func joinedForTheLayers() throws {
        // `x = torch.cat([x, x_cont], 1)`: embeddings first, numbers after them. From here on nobody knows any more
        // which is which. If there are no categories, the numbers go alone; if there are no numbers, the embeddings do.
        let (data, net) = (try tabularData, try newTabularNet())
        net.eval()
        let x = data.train.inputs.rows(Array(0..<8))
        let (embedded, numbers) = noGrad { (net.embedded(x.categories), net.numberNorm!(x.numbers)) }
        let joined = Tensor.cat([embedded, numbers], axis: 1)
        show((joined - net.joined(x)).abs().max().item == 0, "the engine's `joined` gives the same")
        // `return self.layers(x)`:
        let y = noGrad { net.layers(joined) }
        var table = TextTable(["line", "shapes"])
        table.add("embeddings side by side", "\(x.categories.shape) → \(embedded.shape)")
        table.add("norm of the numbers", "\(x.numbers.shape) → \(numbers.shape)")
        table.add("both", "\(joined.shape)")
        table.add("layers", "\(joined.shape) → \(y.shape)")
        show(
            table, "Eight rows on their way, \(tableName)",
            predict: .count(
                "Embeddings of the widths \(net.plan.widths), and \(net.plan.numbers) plain numbers: how many numbers go into the first layer?",
                net.plan.inputs))
        show(noGrad { (y - net(x)).abs().max().item } == 0, "and that is what the net says, to the last bit")
        // Without plain numbers there is no norm, and without categories there are no embeddings:
        var random = run.random
        let numbersAlone = TabularModel(TabularPlan(levels: [], numbers: 3), using: &random)
        let categoriesAlone = TabularModel(TabularPlan(levels: [4, 9], numbers: 0), using: &random)
        show(numbersAlone.plan.inputs, "inputs of the first layer, of a net for three plain numbers")
        show(categoriesAlone.numberNorm == nil, "a net for categories alone has no norm of numbers")
        show(
            categoriesAlone.plan.inputs, "its inputs, of columns with 4 and 9 levels",
            predict: .count(
                "1.6 · n^0.56 is 3.48 for 4 levels and 5.48 for 9. How many inputs have both columns together?",
                categoriesAlone.plan.inputs))
    }
}

// MARK: Helpers

/// To three decimals, and without a sign of what is nothing.
private func rounded(_ number: Float) -> Double { (Double(number) * 1000).rounded() / 1000 + 0 }

// # Why each layer is there
//
// Section 15.1 · After this page you can say of each layer of the head what it is for, and what happens without it.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// Pooling is there because a body gives grids of any size, and flattening because linear layers want rows of numbers.
// What are the others for? First, what comes in. A frozen body always says the same of a photo, so its pooled maps are
// kept (`pooledPets`), and heads learn from these rows of numbers:

extension Architectures {
    func scalesOfFeatures() throws {
        let pets = try pooledPets
        let both = pets.both
        let (middles, widths) = (both.mean(axis: 0).scalars.sorted(), both.std(axis: 0).scalars.sorted())
        var table = TextTable(["of the features", "smallest", "median", "largest"], decimals: 3)
        table.add("means", middles.first!, middles[middles.count / 2], middles.last!)
        table.add("deviations", widths.first!, widths[widths.count / 2], widths.last!)
        show(table, "\(both.shape[1]) features of \(pets.count) photos: \(try petBody.title)")
        let norm = BatchNorm1d(both.shape[1])
        let normed = noGrad { norm(both) }
        show(
            fixed(normed.std(axis: 0).median().item, 4), "median deviation of a feature behind the first norm",
            predict: .number(
                "And behind a batch norm: what is the deviation of a feature, as a rule?",
                normed.std(axis: 0).median().item,
                within: .plusMinus(0.05)))

        // That is the work of layer (2). Features come in at all scales; a learning rate that suits one of them is too
        // high for another. The norm brings all of them to the same scale. (The same for layer (6), in between.)
    }

    func whereTheBiasesAre() {
        // Why have the linear layers no biases? Because the norm before has them. Its shift β goes through the weights,
        // and comes out as W·β, the same for every photo. Here is the head of the page before, with another β in its
        // last norm, seen from its two answers:
        var random = run.random
        let norm = BatchNorm1d(512), linear = Linear(512, 2, bias: false, using: &random)
        let x = Tensor.randn(8, 512, using: &random)
        let before = noGrad { linear(norm(x)) }
        let beta = Tensor.randn(512, using: &random)
        norm.beta.assign(beta)
        let after = noGrad { linear(norm(x)) }
        let (shift, expected) = (after - before, noGrad { linear(beta.unsqueezed(0)) })
        show((shift - expected).abs().max().item < 1e-4, "every photo's answers have moved by W·β")
        show(
            (shift[0] - shift[7]).abs().max().item < 1e-4, "the first photo's and the last one's by the same",
            predict: .yesNo(
                "A norm's shift β is changed. Do the answers of all photos of a batch move by the same?",
                (shift[0] - shift[7]).abs().max().item < 1e-4))

        // With 512 numbers in β, any two biases can be made in that way. (For the first linear layer it is not quite
        // so: 20 numbers cannot make any 512 biases. What is missing there is made up for by the next norm.)
    }

    func leftOut() throws {
        // And now the proof: leave out one thing after the other, and train. These are the layers after pooling and
        // flattening, so the numbers begin with (2):
        let (pets, size) = (try pooledPets, try pooledPets.both.shape[1])
        let variants: [(name: String, without: Set<Int>)] = [
            ("the whole head", []), ("no norm (2)", [2]), ("no norm (6)", [6]), ("no norms (2), (6)", [2, 6]),
            ("no dropouts (3), (7)", [3, 7]), ("no ReLU (5)", [5]),
        ]
        let whole = try wholeHead
        let each = try variants.map { _, without in
            if without.isEmpty { return whole }
            return try headAccuracies(pets, pets.both) { random in
                let head = createHead(size, pets.classes, using: &random)
                return Sequential(head.layers.indices.filter { $0 > 1 && !without.contains($0) }.map { head[$0] })
            }
        }
        var table = TextTable(["head", "accuracy", "seeds on which the whole head is better"], decimals: 3)
        for ((name, _), accuracies) in zip(variants, each) {
            let wins = zip(whole, accuracies).count { $0 > $1 }
            table.add(name, Spread(accuracies), name == variants[0].name ? "" : "\(wins) of \(whole.count)")
        }
        table.add("always the most frequent breed", pets.majorityShare, "")
        let means = each.map { Spread($0).mean }
        let worst = variants.indices.dropFirst().min { means[$0] < means[$1] }!
        show(
            table, "Heads on a frozen body, \(petName): \(try petBody.title)",
            predict: .choice(
                "Which part is missed most?", variants.dropFirst().map(\.name), answer: variants[worst].name))
        for ((name, _), accuracies) in zip(variants, each) { record("left-out/\(key(name))", over: accuracies) }
        let spread = Spread(whole).deviation ?? 0
        let clear = variants.indices.dropFirst().filter { means[0] - means[$0] > spread }
        show(
            clear.isEmpty
                ? "On these photos no part alone is missed by more than what seeds differ."
                : "Missed by more than seeds differ: \(clear.map { variants[$0].name }.joined(separator: "; ")).")

        // A part that is not missed here may be missed elsewhere: dropout with fewer photos and longer trainings, the
        // ReLU where a task is not to be solved by one linear layer. (Without it, the two linear layers are one: a
        // product of two matrices is a matrix. Only the norm between still changes anything.)
    }
}

// MARK: Helpers

extension Architectures {
    /// Accuracies of the book's head on the pets.
    var wholeHead: [Double] {
        get throws {
            try run.once {
                let pets = try pooledPets
                return try headAccuracies(pets, pets.both) { random in
                    withoutPooling(createHead(2 * pets.channels, pets.classes, using: &random))
                }
            }
        }
    }
}

extension Architectures {
    /// Accuracies of a head of one linear layer on the pets.
    var oneLayerHead: [Double] {
        get throws {
            try run.once {
                let pets = try pooledPets
                return try headAccuracies(pets, pets.both) { random in
                    withoutPooling(createHead(2 * pets.channels, pets.classes, hidden: [], using: &random))
                }
            }
        }
    }
}

/// A head for numbers that were pooled already.
func withoutPooling(_ head: Sequential) -> Sequential { Sequential(Array(head.layers.dropFirst(2))) }

/// "no norms (2), (6)" as the name of a record: "no-norms-2-6".
func key(_ name: String) -> String {
    name.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-").lowercased()
}

// # Looking into the net
//
// Section 19.4 · After this page you can watch every layer of a net with hooks, and say what you expect to see in one
// that was started well.

import Common
import Figures
import Notebook
import Tensors

// The net is untrained, but we can look at what its weights do to a batch of pictures. Every module has a slot for a
// hook. The book fills that of the four convolutions with a function that prints mean and standard deviation of what
// comes out. (The book's `print_stats`.)

extension LearnerFromScratch {
    func printStatistics() throws {
        var random = run.random
        let net = simpleCNN(classes: try labels.count, using: &random)
        for layer in net.children where layer is ConvLayer {
            layer.hook = { output, _ in
                show("mean \(fourDecimals(output.mean().item)), standard deviation \(fourDecimals(output.std().item))")
            }
        }
        let x = PrepareInputs(try normalize)(try trainLoader().first()?.x ?? .zeros(1, 3, 64, 64))
        let y = noGrad { net(x) }
        show(
            y.shape, "what comes out of the net",
            ask: "\(x.shape[0]) pictures, \(try labels.count) classes: what shape comes out of the net?")
        record("simple-cnn/outputs", y.shape[0], book: 128, on: source)
        record("simple-cnn/classes", y.shape[1], book: 10, on: source)
    }

    func throughTheLayers() throws {
        // One net is one draw of weights. Here are several, each from another seed, beside the book's:
        let x = PrepareInputs(try normalize)(try trainLoader().first()?.x ?? .zeros(1, 3, 64, 64))
        let count = run.size(quick: 2, usual: 5, full: 20)
        let nets = run.overSeeds(count) { statistics(of: x, using: &$0) }
        let book = (mean: [0.5239, 0.4347, 0.4357, 0.4656], deviation: [0.8776, 0.8348, 0.7622, 0.7417])
        var table = TextTable(
            ["convolution", "mean", "the book's", "standard deviation", "the book's", "zeros"], decimals: 4)
        for layer in 0..<4 {
            let (means, deviations) = (nets.map { $0[layer].mean }, nets.map { $0[layer].deviation })
            record(
                "hooks/mean-\(layer + 1)", over: means, book: book.mean[layer],
                differs: "other random numbers, \(dataName)", on: source)
            record(
                "hooks/deviation-\(layer + 1)", over: deviations, book: book.deviation[layer],
                differs: "other random numbers, \(dataName)", on: source)
            table.add(
                layer + 1, Spread(means), book.mean[layer], Spread(deviations), book.deviation[layer],
                Spread(nets.map { $0[layer].zeros }))
        }
        show(table, "What comes out of the four convolutions, untrained")

        // Where would they be, ideally? The mean square of normalized pictures is 1, and Kaiming's start keeps it. Of
        // normal numbers with a mean square of 2, which a ReLU has cut off at 0, the mean is 0.56 and the standard
        // deviation 0.83. About half of the numbers are 0. And what would a bad start look like? Here are nets with all
        // weights half as large, and twice as large:
        let mine = (0..<4).map { layer in Spread(nets.map { $0[layer].deviation }).mean }
        let (half, twice) = (deviations(of: x, scale: 0.5, count), deviations(of: x, scale: 2, count))
        show(
            Chart(
                "From a good start the spread stays about the same, from a bad one it fades or grows",
                x: "convolution", y: "standard deviation", yScale: .logarithmic
            ) {
                Line(1...4, twice, "weights twice as large", colour: .green)
                Line(1...4, mine, "Kaiming's start, \(dataName)", colour: .blue)
                Line(1...4, book.deviation, "the book's net, on Imagenette", colour: .vermilion, dashed: true)
                Line(1...4, half, "weights half as large", colour: .purple)
                Rule(y: 0.83, "ideally 0.83")
            }, "The spread after each convolution, mean of \(counted(nets.count, "net"))")
        let smallest = mine.min() ?? 0
        show(smallest > 0.1 && (mine.max() ?? 9) < 3, "with Kaiming's start, all four deviations lie between 0.1 and 3")
        show(twice[3] / half[3], "times as large is the last deviation with four times the weights")

        // Four times the weights in each of four layers: that is 4⁴ = 256 times. With so few layers it can be endured.
        // With fifty, nothing would be left of the one, and the other would leave the range of a Float. A look at these
        // numbers tells you before the training has begun.
    }

    func oneSlotOrMany() {
        // A module has a single slot here, and whoever puts a second function into it takes the first one out. It could
        // be a list of hooks, or a pipeline in which each may change what the next one sees; the book leaves that to
        // the reader, and exercise 19.9 does so here. Until then, a function that calls two others will do:
        let pool = AdaptivePool()
        var notes: [String] = []
        let noteShape = { (output: Tensor, _: Tensor) in notes.append("shape \(output.shape)") }
        let noteMean = { (output: Tensor, _: Tensor) in notes.append("mean \(output.mean().item)") }
        pool.hook = noteShape
        pool.hook = noteMean
        _ = pool(.ones(2, 3, 4, 4))
        show(
            notes, "after the second hook has replaced the first",
            predict: .count(
                "Two hooks are put into the slot, one after the other. How many notes does a call make?", notes.count))
        pool.hook = { output, input in
            noteShape(output, input)
            noteMean(output, input)
        }
        notes = []
        _ = pool(.ones(2, 3, 4, 4))
        show(notes, "both in one")

        // A hook keeps alive all that it mentions, and it slows the module down. When you have seen what you wanted to
        // see, empty the slot:
        pool.hook = nil
    }
}

// MARK: Helpers

extension LearnerFromScratch {
    /// Mean, standard deviation and share of zeros of what comes out of each convolution of a new net.
    private func statistics(
        of x: Tensor, scale: Float = 1, using random: inout SplitMix64
    ) -> [(mean: Float, deviation: Float, zeros: Float)] {
        var found: [(mean: Float, deviation: Float, zeros: Float)] = []
        let net = simpleCNN(using: &random)
        net.changeValues { $0 * scale }
        for layer in net.children where layer is ConvLayer {
            layer.hook = { y, _ in
                found.append((y.mean().item, y.std().item, Float((y .== 0).trueCount) / Float(y.count)))
            }
        }
        _ = noGrad { net(x) }
        return found
    }
}

extension LearnerFromScratch {
    /// The standard deviations after each convolution, as means over several nets with weights of another size.
    private func deviations(of x: Tensor, scale: Float, _ count: Int) -> [Double] {
        let nets = run.overSeeds(count) { statistics(of: x, scale: scale, using: &$0) }
        return (0..<4).map { layer in Spread(nets.map { $0[layer].deviation }).mean }
    }
}

private func fourDecimals(_ number: Float) -> Float { (number * 10_000).rounded() / 10_000 }

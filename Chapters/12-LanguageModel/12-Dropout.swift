// # Dropout
//
// Section 12.12 · After this page you can write dropout from random numbers, and say why what is left is made larger.

import Common
import Figures
import Layers
import Notebook
import Tensors

// The LSTM of section 12.11 knows its text by heart: on what it has learned from, its loss is nearly 0, and on what it
// has not, far above 1. To close such a gap is what *regularization* is for. More data would be best. Pictures can be
// turned and cut until there are many more of them, but of a sentence with a word exchanged little is left. (One can
// have a sentence translated into another language and back. The book says that such *text augmentation* is not well
// explored.) So other ways are needed.
//
// The ways of this section and the next two come from an article of 2017, "Regularizing and Optimizing LSTM Language
// Models" by S. Merity, N. Keskar and R. Socher. Its model is called AWD-LSTM. Dropout is the oldest of its ingredients
// (G. Hinton and others, "Improving neural networks by preventing co-adaptation of feature detectors", 2012): in every
// training batch, each activation is set to zero with a probability p, by chance, and anew each time.
//
// Chance comes in zeros and ones. `bernoulli` draws them:

/// 1 with probability p, else 0, for every place of a shape. (PyTorch's `bernoulli_`, which overwrites a tensor.)
public func bernoulli(_ p: Float, _ shape: [Int], using random: inout some RandomNumberGenerator) -> Tensor {
    Tensor(Tensor.rand(shape, using: &random) .< p)
}

extension LanguageModel {
    func drawingZerosAndOnes() {
        // `rand` gives numbers that are spread evenly from 0 to 1, so a share p of them is below p. Try it out, with
        // few numbers and with many:
        var random = run.random
        show(bernoulli(0.5, [2, 10], using: &random), "bernoulli(0.5), twenty times")
        var table = TextTable(["p", "mean of 10", "of 1,000", "of 100,000"], decimals: 4)
        for p in [0.1, 0.5, 0.9] as [Float] {
            let means = [10, 1_000, 100_000].map { bernoulli(p, [$0], using: &random).mean().item }
            table.add(p, means[0], means[1], means[2])
        }
        show(
            table, "the share of ones",
            predict: .choice(
                "How many draws can be trusted to come close to p?", ["10 draws", "1,000 draws", "100,000 draws"],
                answer: "100,000 draws"))
    }

    func netsWithHoles() {
        // A mask of zeros and ones, multiplied with the activations of a layer, leaves a thinner net. Every batch is
        // learned by another one. Two of them, `thinned` by chance, beside the whole net:
        var random = run.random
        func thinned(_ name: String) -> ThinnedNet.Net {
            let (inputs, hidden) = (bernoulli(0.8, [4], using: &random), bernoulli(0.5, [6], using: &random))
            let layers = [inputs, hidden].map { $0.scalars.map { $0 == 1 ? ThinnedNet.Unit.present : .dropped } }
            return ThinnedNet.Net(name, layers + [[.present, .present]])
        }
        let whole = ThinnedNet.Net("in use: all of it", [4, 6, 2].map { .init(repeating: .present, count: $0) })
        show(
            ThinnedNet(
                "Every batch learns with another net", [whole, thinned("one batch"), thinned("the next batch")]),
            "Dropout with p = 0.2 on the inputs and p = 0.5 on the hidden layer; the outputs are never dropped")

        // Hinton tells where he got the idea: in his bank the tellers changed all the time, and he thought that it was
        // to prevent conspiracies, since a successful fraud needs employees who cooperate. A unit that cannot be sure
        // of its neighbours has to be useful by itself. One may also see it as noise: what the next layer reads is
        // never quite right, so it must not depend on details.
    }

    func whyTheRestGrows() {
        // But now the next layer gets less than it is used to. Let it have 100 inputs that are all 1, with weights of
        // 1, and watch the sum over 10,000 batches, for p = 0.5:
        var random = run.random
        let masks = bernoulli(0.5, [run.size(quick: 500, usual: 10_000), 100], using: &random)
        let (plain, scaled) = (masks.sum(axis: 1), (masks / 0.5).sum(axis: 1))
        show(
            plain.mean().item, "mean of the sum, with dropout",
            predict: .number(
                "A hundred ones are added up, half of them dropped. What is the sum on average?", plain.mean().item))
        show(scaled.mean().item, "mean of the sum, with dropout, what is left divided by 1 - p")
        show(
            Chart(
                "Divided by 1 - p, the sum stays where it was", x: "sum of 100 inputs", y: "batches", xLimits: 20...140
            ) {
                Histogram(plain.scalars, "dropped only", bins: 60, range: 20...140, colour: .orange)
                Histogram(scaled.scalars, "and divided by 1 - p", bins: 60, range: 20...140, colour: .blue)
                Rule(x: 100, "in use: nothing dropped", colour: .black)
            }, "What the next layer gets, p = 0.5")

        // In use, when the model has learned and is asked, nothing is dropped, and the sum is 100. Without a correction
        // every layer would suddenly get twice the numbers that it has learned with. There are two ways out, and both
        // keep the sum the same *on average*:
        show(
            ThinnedNet(
                "Half the time it is there, then with twice its output",
                [
                    .init(
                        "training: there with probability 1\u{A0}-\u{A0}p, its output divided by 1\u{A0}-\u{A0}p",
                        [[.uncertain], [.present]]),
                    .init("in use: always there, its output as it is", [[.present], [.present]]),
                ]), "One unit, in training and in use")

        // (The first papers did it the other way round: they left the numbers alone in training, and made the weights
        // smaller in use. The book's picture shows it like that. Its code divides in training, as all libraries do
        // today: then a model in use is just a net, and nobody needs to remember the p that it was trained with.)
    }
}

// So here is the layer. The mask is drawn with the probability to be *kept*, which is 1 - p. In use, `forward` returns
// at once: `isTraining` is a property of every module.

/// While training: 0 with probability p, x / (1 - p) otherwise. In use: x. (The book's `Dropout`.)
public final class DropoutLayer: Module, Layer {
    let p: Float
    private let random: RandomStream

    public init(_ p: Float, using random: inout some RandomNumberGenerator) {
        (self.p, self.random) = (p, RandomStream(seed: random.next()))
    }

    public func forward(_ x: Tensor) -> Tensor {
        guard isTraining else { return x }
        var stream = random
        return x * bernoulli(1 - p, x.shape, using: &stream) / (1 - p)
    }
}

// (Erratum: the book's `forward` speaks of `p` where only `self.p` exists, so it would stop with a name error. In Swift
// the two are the same inside a method. A `RandomStream` is a generator that a module keeps, so that a checkpoint can
// save where it is.)

extension LanguageModel {
    func layerByHand() {
        var random = run.random
        let layer = DropoutLayer(0.75, using: &random)
        let x = Tensor.ones(6, 10).requiringGrad()
        let y = layer(x)
        show(y.detached(), "a layer with p = 0.75, on ones")
        show(
            y.max().item, "what is left of a 1",
            ask: "p = 0.75. What becomes of a 1 that is not dropped?")

        // The gradient goes through the same mask: where nothing came through, nothing comes back. So a dropped unit
        // does not learn from this batch.
        y.sum().backward()
        show(x.grad!.scalars == y.scalars, "the gradient of the sum is the mask, with its factor")
    }
}

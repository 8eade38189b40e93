// # Looking inside
//
// Section 13.10 · After this page you can record what every layer of a net gives while it is trained, and get at what a
// callback has kept.

import Figures
import Layers
import Notebook
import Tensors
import Training

// A loss that stays high says that something is wrong, but not what. The numbers *between* the layers say more. They
// are called *activations*. (Here: what a convolution gives, before its ReLU.) For every batch we want to know their
// mean, their standard deviation, how many of them are near zero or below, and how they are distributed, as a
// histogram. `histogram` counts numbers from 0 to `top` in bins of the same width. The last bin includes its upper end,
// and what lies outside is not counted. (The book's `histc`.)

/// How many numbers fall into each of `bins` parts of 0...top.
public func histogram(_ x: Tensor, bins: Int = 40, top: Float = 10) -> [Int] {
    require(
        bins > 0 && top > 0, "histogram", "\(bins) bins from 0 to \(top) hold nothing",
        try: "one bin or more, and a top above 0")
    let inside = (x .>= 0) .& (x .<= top)
    // Shifted by one, so that what lies outside has a place too: 0, and the rest counts from 1.
    let places = Tensor.where(inside, (x * (Float(bins) / top)).minimum(Float(bins) - 1) + 1, 0)
    let counts = IntTensor(places).reshaped(-1).bincount(minLength: bins + 1)  // rounded down
    return Array(counts.scalars[1...bins])
}

extension ConvolutionalNets {
    func countingNumbers() {
        let x = Tensor([-1, 0, 0.1, 0.3, 9.9, 10, 10.5])
        let counts = histogram(x)
        show(
            counts.reduce(0, +), "of 7 numbers are counted",
            ask: "-1, 0, 0.1, 0.3, 9.9, 10 and 10.5: how many of these numbers does `histogram` count?")
        show(counts.indices.filter { counts[$0] > 0 }.map { "\($0): \(counts[$0])" }, "bins that are not empty")
    }
}

// Who computes all this? A *hook*, a function that a layer calls with its input and its output, whenever it has been
// called itself; the net need not know. And who sets the hooks, and removes them when training is over? A *callback*,
// an object that the learner tells what is going on. `trainableLayers` finds the layers with parameters of their own,
// which are those worth watching. `ActivationStats` is the callback:

/// The layers that have parameters, in their order; a `Sequential` is replaced by what is in it.
public func trainableLayers(of layer: any Layer<Tensor, Tensor>) -> [any Layer<Tensor, Tensor>] {
    if let sequence = layer as? Sequential { return sequence.layers.flatMap(trainableLayers) }
    return layer.parameters.isEmpty ? [] : [layer]
}

/// Keeps statistics of what the trainable layers give in each training batch. (The book's `ActivationStats`.)
public final class ActivationStats: Callback {
    /// Of one layer in one batch.
    public struct Entry: Sendable {
        public let mean, deviation: Float
        /// The share of numbers that are 0.05 or less.
        public let nearZero: Float
        /// 40 counts for 0...10; empty unless histograms are wanted.
        public let histogram: [Int]
    }

    /// For every trainable layer, one entry per training batch of the last fit.
    public private(set) var layers: [[Entry]] = []
    private let withHistogram: Bool
    private var hooks: [Hook] = []
    private var isTraining = false

    public init(withHistogram: Bool = false) { self.withHistogram = withHistogram }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train { isTraining = true }
        guard phase == .fit, let net = learner.model as? Sequential else { return }
        let watched = trainableLayers(of: net)
        layers = watched.map { _ in [] }
        hooks = watched.enumerated().map { number, layer in
            layer.onForward { [unowned self] _, output in if isTraining { note(output.detached(), number) } }
        }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train { isTraining = false }
        guard phase == .fit else { return }
        hooks.forEach { $0.remove() }
        hooks = []
    }

    private func note(_ x: Tensor, _ number: Int) {
        let nearZero = Float((x .<= 0.05).trueCount) / Float(x.count)
        layers[number].append(
            Entry(
                mean: x.mean().item, deviation: x.std().item, nearZero: nearZero,
                histogram: withHistogram ? histogram(x) : []))
    }
}

// `cleanUp` is called in any case, even if the training ends with an error. So no hook stays behind, to slow the net
// down for ever.
//
// After the training, how do you get at what the callback has kept? The library of the book lets you write
// `learn.activation_stats`: the name of the class in *snake case*, small letters joined by underscores. It is the same
// with `learn.recorder`, which belongs to the class `Recorder`. (The book calls this camel case. That is a slip:
// `ActivationStats` is camel case, `activation_stats` is snake case.) In Swift one asks for the type, and gets a value
// of that type, by `callback`. `snakeCase` makes the book's name, for those who like it better; by that name, a
// `subscript` finds the callback too:

/// "ActivationStats" → "activation_stats"
public func snakeCase(_ name: String) -> String {
    name.enumerated().reduce(into: "") { result, letter in
        if letter.element.isUppercase && letter.offset > 0 { result += "_" }
        result += letter.element.lowercased()
    }
}

extension Learner {
    /// The callback of this type: `learner.callback(ActivationStats.self)`. The recorder is one, too.
    public func callback<Wanted: Callback>(_: Wanted.Type) -> Wanted? {
        (callbacks + [recorder as any Callback]).lazy.compactMap { $0 as? Wanted }.first
    }

    /// The callback whose class has this name in snake case: `learner[callback: "activation_stats"]`.
    public subscript(callback name: String) -> (any Callback)? {
        (callbacks + [recorder as any Callback]).first { snakeCase("\(type(of: $0))") == name }
    }
}

extension ConvolutionalNets {
    func callbacksByName() throws {
        // A learner with one callback of ours, trained on a few images. Validation is not recorded: there are as many
        // entries as there were training batches.
        var random = run.random
        let some = DataLoader(try trainDigits, batchSize: 50).prefix(3).map { $0 }
        let few = DigitSet(.cat(some.map(\.0)), IntTensor.cat(some.map(\.1)))
        let loaders = DataLoaders(DataLoader(few, batchSize: 50), DataLoader(few, batchSize: 50))
        let learner = Learner(
            loaders, digitCNN(using: &random), loss: { crossEntropy($0, $1) },
            optimizer: { Adam($0, learningRate: $1) }, callbacks: [ActivationStats()])
        try EpochReporting.silently { try learner.fit(2, learningRate: 0.001) }
        let stats = learner.callback(ActivationStats.self)!
        show(stats === learner[callback: "activation_stats"], "by its type and by its name: the same object")
        show(learner[callback: "recorder"] === learner.recorder, "and the recorder is a callback as well")
        show(stats.layers.count, "layers were watched", ask: "How many layers with parameters does the net have?")
        show(stats.layers.map(\.count), "entries of each, after two epochs of three batches")
    }
}

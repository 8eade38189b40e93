// Questions 19.15 to 19.21: parameters, modules and layers.

import Chapter19
import Tensors
import TestSupport
import Testing

extension `19 Questionnaire` {
    /// 19.15 · What is a recursive function, and how does it help to find the parameters?
    ///
    /// One that calls itself, for a smaller case, until there is nothing left to call it for. `parameters` of a module
    /// is its own parameters, and then those that each of its children gives when asked for the same. A child asks its
    /// own children. So a model of any depth is gone through with a single line, which knows nothing of the depth.
    ///
    /// - Shown by: `Module` in Chapters/19-LearnerFromScratch/03b-Module.swift
    /// - Shown by: `registeredByLooking` in Chapters/19-LearnerFromScratch/03b-Module.swift
    @Test(arguments: [0, 1, 7, 40])
    func `19.15 asked on the outside, every level answers`(_ depth: Int) {
        final class Level: Module {
            let own = Parameter(Tensor(1))
            let inner: Level?
            init(depth: Int) { inner = depth > 0 ? Level(depth: depth - 1) : nil }
        }
        let level = Level(depth: depth)
        #expect(level.parameters.count == depth + 1)
        #expect(Set(level.parameters.map { ObjectIdentifier($0) }).count == depth + 1)
    }

    /// 19.16 · Write a recursive function that returns the first 20 Fibonacci numbers.
    ///
    /// Number n is number n - 1 plus number n - 2, and the first two are 0 and 1. A function that says just this calls
    /// itself twice, and the first 20 are what it gives for 0 to 19: 0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233,
    /// 377, 610, 987, 1597, 2584, 4181. It does the same work again and again: more than 13,000 calls for number 19
    /// alone. Exercise 19.7 asks for one that calls itself once.
    ///
    /// - Shown by: `fibonacci` in HintsAndSolutions/19-LearnerFromScratch/19.07-Fibonacci.swift
    @Test func `19.16 the first twenty Fibonacci numbers`() {
        var calls = 0
        func fibonacci(_ n: Int) -> Int {
            calls += 1
            return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2)
        }
        #expect(
            (0..<20).map(fibonacci) == [
                0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181,
            ])
        calls = 0
        #expect(fibonacci(19) == 4181 && calls == 13_529)
    }

    /// 19.17 · What is `super`?
    ///
    /// A way to reach the methods of the superclass, even those that the class itself has overridden. In this chapter
    /// it is the initializer: a module must run that of `Module`, which makes the lists of parameters and children. In
    /// Python this has to come first, because every assignment of a layer uses those lists. In Swift it comes after the
    /// class's own properties have their values; where it is left out, it is called at the end.
    ///
    /// - Shown by: `Sequential` in Chapters/19-LearnerFromScratch/04-Sequential.swift
    @Test func `19.17 the superclass's own version, from within the one that overrides it`() {
        class Twice: Module { override func forward(_ x: Tensor) -> Tensor { 2 * x } }
        final class TwiceAndOne: Twice { override func forward(_ x: Tensor) -> Tensor { super.forward(x) + 1 } }
        #expect(TwiceAndOne()(Tensor([3])).scalars == [7])
        // A subclass has the parameters of its superclass, too, those of the superclass first.
        class One: Module { let a = Parameter(Tensor(1)) }
        final class Two: One { let b = Parameter(Tensor(2)) }
        #expect(Two().parameters.map(\.value.item) == [1, 2])
    }

    /// 19.18 · Why do subclasses of `Module` override `forward`, and not `__call__`?
    ///
    /// Because the call does more than compute. It runs `forward` and then the hook, if there is one. A subclass that
    /// overrode the call would lose the hook, and would have to write again whatever a call has to do. In Swift
    /// `callAsFunction` is `final`, so it cannot be overridden at all.
    ///
    /// - Shown by: `aHookIsACall` in Chapters/19-LearnerFromScratch/03b-Module.swift
    @Test func `19.18 the call runs forward and then the hook, forward alone does not`() {
        final class Square: Module { override func forward(_ x: Tensor) -> Tensor { x.squared() } }
        let square = Square()
        var seen: [[Float]] = []
        square.hook = { output, input in seen.append(input.scalars + output.scalars) }
        #expect(square(Tensor([3])).scalars == [9] && seen == [[3, 9]])
        #expect(square.forward(Tensor([4])).scalars == [16] && seen.count == 1)
    }

    /// 19.19 · Why does the way in which `ConvLayer` draws its weights depend on `act`?
    ///
    /// Kaiming's start takes into account that a ReLU follows: it makes the weights larger by √2, because a ReLU takes
    /// away half of the mean square. Where no ReLU follows this would be too large, and Xavier's start is the right
    /// one. With the wrong one, numbers fade away or grow from layer to layer.
    ///
    /// - Shown by: `whyActMatters` in Chapters/19-LearnerFromScratch/03d-ConvLayer.swift
    /// - Shown by: `kaimingNormal` in Chapters/19-LearnerFromScratch/03c-Convolution.swift
    @Test func `19.19 larger weights where a ReLU follows, by √2 for as many channels in as out`() {
        var random = SplitMix64(seed: 1919)
        let (with, without) = (
            ConvLayer(64, 64, act: true, using: &random), ConvLayer(64, 64, act: false, using: &random)
        )
        let deviations = [with, without].map { $0.weight.value.std().item }
        #expect(abs(deviations[0] / deviations[1] - Float(2).squareRoot()) < 0.02)
        #expect(abs(deviations[0] - (2 / Float(64 * 9)).squareRoot()) < 0.001)
        // What that is good for: the mean square of the inputs is kept.
        let x = Tensor.randn(4, 64, 16, 16, using: &random)
        for layer in [with, without] {
            let inside = layer(x)[0..., 0..., 1..<15, 1..<15]
            #expect(abs(inside.squared().mean().item - 1) < 0.15)
        }
    }

    /// 19.20 · Why does `Sequential` call `register_modules`?
    ///
    /// Its layers are in a list (in Python, a tuple), and a list as an attribute is neither a parameter nor a module.
    /// So it is not noticed. Without registering them by hand, the `Sequential` would have no parameters, its layers
    /// would not be told that training begins, and no optimizer would change them.
    ///
    /// - Shown by: `aListIsNotSeen` in Chapters/19-LearnerFromScratch/04-Sequential.swift
    /// - Shown by: `Sequential` in Chapters/19-LearnerFromScratch/04-Sequential.swift
    @Test func `19.20 a list is not seen, until its modules are registered`() {
        final class Listed: Module {
            let layers: [Module]
            init(_ layers: [Module]) { self.layers = layers }
        }
        var random = SplitMix64(seed: 1920)
        let layers = [Linear(3, 4, using: &random), Linear(4, 2, using: &random)]
        let listed = Listed(layers)
        #expect(listed.parameters.isEmpty && Sequential(layers).parameters.count == 4)
        listed.isTraining = true
        #expect(!layers.contains { $0.isTraining })
        Sequential(layers).isTraining = true
        #expect(layers.allSatisfy { $0.isTraining })
        listed.register(layers)
        #expect(listed.parameters.count == 4)
    }

    /// 19.21 · Write a hook that prints the shape of every layer's activations.
    ///
    /// A function of output and input that prints `output.shape`, put into the hook of every layer. The solution of
    /// exercise 19.10 makes one for each layer, with its name.
    ///
    /// - Shown by: `printStatistics` in Chapters/19-LearnerFromScratch/04c-Hooks.swift
    /// - Shown by: `shapeHook` in HintsAndSolutions/19-LearnerFromScratch/19.10-ShapeHook.swift
    @Test func `19.21 a hook in every layer sees every shape`() {
        var random = SplitMix64(seed: 1921)
        let net = simpleCNN(using: &random)
        var lines: [String] = []
        for (number, layer) in net.children.enumerated() {
            layer.hook = { output, _ in lines.append("layer \(number): \(output.shape)") }
        }
        _ = net(.zeros(2, 3, 64, 64))
        #expect(
            lines == [
                "layer 0: [2, 16, 32, 32]", "layer 1: [2, 32, 16, 16]", "layer 2: [2, 64, 8, 8]",
                "layer 3: [2, 128, 4, 4]", "layer 4: [2, 128]", "layer 5: [2, 10]",
            ])
    }
}

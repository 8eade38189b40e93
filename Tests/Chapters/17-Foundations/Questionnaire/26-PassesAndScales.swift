// Questions 17.26 to 17.32: forward and backward, where weights start, and the axis in the loss.

import Chapter17
import Tensors
import TestSupport
import Testing

extension `17 Questionnaire` {
    /// 17.26 · A batch goes through a net and comes back. What happens on each of the two ways, and what are they
    /// called?
    ///
    /// In the forward pass, the input goes through the layers, one after the other, and becomes an output and then a
    /// loss. In the backward pass, the gradient of the loss is computed for every parameter, from the output back to
    /// the input, by the chain rule. The first computes values, the second slopes.
    ///
    /// - Shown by: `forwardAndBackward` in Chapters/17-Foundations/09b-TheWayBack.swift
    /// - Shown by: `pencilNet` in Chapters/17-Foundations/09c-TheGraph.swift
    @Test func `17.26 forward there is a loss, backward a gradient for everything`() {
        let net = PencilNet()
        let slots = net.variables
        #expect(mse(linear(relu(linear(net.x, net.w1, net.b1)), net.w2, net.b2), net.y).item == 4)
        #expect(slots.w1.g == nil)  // a forward pass leaves no gradient
        forwardAndBackward(slots, net.y)
        // A little more of each parameter, and the loss rises by its gradient times as much.
        let inDouble = NetInDouble(x: net.x, y: net.y, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
        let lists: [(Variable, WritableKeyPath<NetInDouble, [Double]>)] = [
            (slots.w1, \.w1), (slots.b1, \.b1), (slots.w2, \.w2), (slots.b2, \.b2),
        ]
        for (slot, list) in lists {
            var moved = inDouble
            moved[keyPath: list][0] += 1e-4
            #expect(abs((moved.loss - inDouble.loss) / 1e-4 - Double(slot.g!.scalars[0])) < 0.02)
        }
    }

    /// 17.27 · The forward pass has made many intermediate results. Why may it not forget those that nobody will look
    /// at?
    ///
    /// Because the backward formulas contain them. The gradient of a linear layer's weights is its input, transposed,
    /// times the gradient of its output; that of a ReLU needs to know where its input was above 0. Without these
    /// numbers the chain rule has slopes of nothing. (The value of the loss, on the other hand, is not needed.)
    ///
    /// - Shown by: `whatIsRead` in Chapters/17-Foundations/09f-OrderAndMemory.swift
    @Test func `17.27 another intermediate result, another gradient`() {
        let net = PencilNet()
        func gradientOfW2(l2: Tensor) -> [Float] {
            let (output, w, b) = (Variable(Tensor([[5]])), Variable(net.w2), Variable(net.b2))
            output.g = Tensor([[4]])
            linearGradient(Variable(l2), output, w, b)
            return w.g!.scalars
        }
        #expect(gradientOfW2(l2: Tensor([[2, 0]])) == [8, 0])
        #expect(gradientOfW2(l2: .zeros(1, 2)) == [0, 0])  // had it been forgotten
        func gradientOfL1(l1: Tensor) -> [Float] {
            let (input, output) = (Variable(l1), Variable(relu(l1)))
            output.g = Tensor([[12, 16]])
            reluGradient(input, output)
            return input.g!.scalars
        }
        #expect(gradientOfL1(l1: Tensor([[2, -1]])) == [12, 0])
        #expect(gradientOfL1(l1: Tensor([[-2, 1]])) == [0, 16])  // other signs
        #expect(gradientOfL1(l1: Tensor([[0.01, -99]])) == [12, 0])  // of the numbers, only the signs
    }

    /// 17.28 · Say the activations of a layer have a standard deviation that is far from 1. What is bad about that?
    ///
    /// Layers multiply: what one of them does to the size of the numbers, fifty of them do fifty times over. A factor
    /// above 1 ends in infinity and then NaN, one below 1 in zeros. Neither can be trained, and long before that,
    /// gradients of such sizes fit no learning rate.
    ///
    /// - Shown by: `exploding` in Chapters/17-Foundations/08b-FiftyLayers.swift
    /// - Shown by: `aLittleOff` in Chapters/17-Foundations/08d-Xavier.swift
    @Test func `17.28 fifty layers make NaN of a factor of ten, and zeros of a tenth`() {
        func last(_ scale: Float) -> Tensor {
            var random = SplitMix64(seed: 1728)
            return throughLayers(50, from: .randn(200, 100, using: &random)) {
                $0.matmul(.randn(100, 100, using: &random) * scale)
            }[49]
        }
        #expect(Mishap.notANumber(last(1)).all && Mishap.zero(last(0.01)).all)
        #expect(standardDeviation(last(0.11)) > 40 && standardDeviation(last(0.09)) < 0.015)  // 10 % off is enough
        #expect((0.4...2).contains(standardDeviation(last(0.1))))
    }

    /// 17.29 · What has the start of the weights to do with it? How can they prevent that?
    ///
    /// The size of a layer's outputs is the size of its inputs times something that depends on the weights alone. Draw
    /// them at the right scale, and that factor is 1: the activations keep a standard deviation (with a ReLU, a mean
    /// square) near 1 through all layers, in the forward pass, and the gradients keep theirs in the backward pass.
    ///
    /// - Shown by: `xavierHolds` in Chapters/17-Foundations/08d-Xavier.swift
    /// - Shown by: `kaimingHolds` in Chapters/17-Foundations/08f-Kaiming.swift
    @Test func `17.29 at the right scale, every one of fifty layers has numbers near 1`() {
        var random = SplitMix64(seed: 1729)
        let plain = throughLayers(50, from: .randn(200, 100, using: &random)) {
            $0.matmul(xavier(100, 100, using: &random))
        }
        let bent = throughLayers(50, from: .randn(200, 100, using: &random)) {
            relu($0.matmul(kaiming(100, 100, using: &random)))
        }
        for layer in 0..<50 {
            #expect((0.3...3).contains(standardDeviation(plain[layer])))
            #expect((0.1...6).contains(meanSquare(bent[layer])))
        }
        // And on the way back: the gradient of the input is as large as that of the output.
        var gradient = Tensor.randn(200, 100, using: &random)
        for _ in 0..<50 { gradient = gradient.matmul(xavier(100, 100, using: &random).T) }
        #expect((0.3...3).contains(standardDeviation(gradient)))
    }

    /// 17.30 · At which scale do you draw normal weights, so that a plain linear layer puts out a standard deviation of
    /// 1? And if a ReLU follows?
    ///
    /// With n inputs, 1/√n for the plain layer (Xavier, or Glorot), and √(2/n) if a ReLU follows, which takes half of
    /// the mean square away (Kaiming, or He).
    ///
    /// - Shown by: `xavier` in Chapters/17-Foundations/08d-Xavier.swift
    /// - Shown by: `kaiming` in Chapters/17-Foundations/08f-Kaiming.swift
    @Test(arguments: [25, 100, 400])
    func `17.30 1/√n, and √(2/n) with a ReLU`(_ n: Int) {
        var random = SplitMix64(seed: 1730)
        let x = Tensor.randn(2000, n, using: &random)
        let plain = x.matmul(xavier(n, 200, using: &random))
        let bent = relu(x.matmul(kaiming(n, 200, using: &random)))
        #expect(abs(plain.std().item - 1) < 0.05 && abs(meanSquare(bent) - 1) < 0.08)
        #expect(abs(xavier(n, 500, using: &random).std().item * Float(n).squareRoot() - 1) < 0.05)
        #expect(abs(kaiming(n, 500, using: &random).std().item * (Float(n) / 2).squareRoot() - 1) < 0.05)
        #expect(abs(meanSquare(relu(plain)) - 0.5) < 0.05)  // the half that the 2 makes up for
    }

    /// 17.31 · `mse` calls `squeezed`. What for?
    ///
    /// The output of the model is [n, 1], the target is [n]. Subtracted from each other they broadcast to [n, n], every
    /// output against every target, without any error. The loss is then a plausible number, and wrong. Without its last
    /// axis the output is [n], too, and each output meets its own target.
    ///
    /// - Shown by: `missingSqueeze` in Chapters/17-Foundations/08h-Loss.swift
    @Test func `17.31 or else every output is compared with every target`() {
        let (output, target) = (Tensor([[1], [3], [5]]), Tensor([1, 3, 5]))
        #expect((output - target).shape == [3, 3] && (output.squeezed(-1) - target).shape == [3])
        #expect(mse(output, target).item == 0)
        #expect(abs((output - target).squared().mean().item - 16 / 3) < 1e-5)  // for outputs that are all right
    }

    /// 17.32 · You can call `squeezed` with an axis and without one. What does the axis do, and when does it matter?
    ///
    /// It says which axis is taken away. Without it, every axis of length 1 is, and with a batch of a single item that
    /// includes the axis of the items: [1, 1] becomes a plain number of rank 0, and whatever counts items afterwards
    /// fails, or broadcasts. With an axis, a batch stays a batch. (An axis that is longer than 1 cannot go. Our engine
    /// says so and stops, PyTorch leaves it without a word.)
    ///
    /// - Shown by: `argumentOfSqueeze` in Chapters/17-Foundations/08h-Loss.swift
    @Test func `17.32 a batch of one stays a batch if the axis is named`() async {
        #expect(Tensor.zeros(200, 1).squeezed().shape == [200] && Tensor.zeros(200, 1).squeezed(-1).shape == [200])
        #expect(Tensor.zeros(1, 1).squeezed().shape == [] && Tensor.zeros(1, 1).squeezed(-1).shape == [1])
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.zeros(200, 1).squeezed(0)
        }
        #expect(message(of: result).contains("[200, 1]"))
    }
}

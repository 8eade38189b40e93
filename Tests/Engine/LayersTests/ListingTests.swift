// A listing shows layers as they were made, nested and numbered.

import Layers
import Tensors
import Testing

struct `A model's listing` {
    @Test func `it numbers the layers of a Sequential and names other parts`() {
        var random = SplitMix64(seed: 1)
        let block = InvertedResidual(4, 4, stride: 1, expansion: 1, using: &random)
        let net = Sequential(
            Conv2d(3, 4, kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
            BatchNorm2d(4, activation: .relu), Sequential(Dropout(0.25, using: &random), Flatten()), block)
        #expect(
            net.listing().hasPrefix(
                """
                Sequential(
                  (0): Conv2d(3, 4, kernel: 3, stride: 2, padding: 1, bias: false)
                  (1): BatchNorm2d(4, epsilon: 1e-05, momentum: 0.1, activation: .relu)
                  (2): Sequential(
                    (0): Dropout(0.25)
                    (1): Flatten()
                  )
                  (3): InvertedResidual(
                    (conv): Sequential(
                """))
    }

    @Test func `it stops at a depth`() {
        let net = Sequential(Sequential(linear(4, 3)), ReLU())
        #expect(
            net.listing(depth: 1) == """
                Sequential(
                  (0): Sequential(…)
                  (1): ReLU()
                )
                """)
        #expect(net.listing(depth: 0) == "Sequential(…)" && ReLU().listing(depth: 0) == "ReLU()")
    }

    @Test func `layers say what they were made with`() {
        var random = SplitMix64(seed: 1)
        #expect(Linear(20, 512, bias: false, using: &random).listing() == "Linear(20, 512, bias: false)")
        #expect(
            Conv2d(4, 8, kernel: [3, 5], groups: 2, using: &random).listing()
                == "Conv2d(4, 8, kernel: [3, 5], groups: 2)")
        #expect(
            ConvTranspose2d(4, 8, kernel: 3, stride: 2, using: &random).listing()
                == "ConvTranspose2d(4, 8, kernel: 3, stride: 2)")
        #expect(MaxPool2d(3, stride: 2, padding: 1).listing() == "MaxPool2d(3, stride: 2, padding: 1)")
        #expect(AveragePool2d(2).listing() == "AveragePool2d(2)")
    }
}

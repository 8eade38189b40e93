// Every scheme spreads its numbers as its formula says.

import Foundation
import Layers
import Tensors
import Testing

struct `First values` {
    /// A scheme, and the deviation and the largest number it must give a weight [200, 300, 2, 1]:
    /// fan in 600, fan out 400.
    static let schemes: [(Initialization, deviation: Double, largest: Double)] = [
        (.uniform(low: -2, high: 2), 2 / sqrt(3), 2),
        (.normal(deviation: 0.5), 0.5, .infinity),
        (.truncatedNormal(deviation: 0.5), 0.5 * 0.8796, 1),
        (.fanIn, 1 / sqrt(1800), 1 / sqrt(600)),
        (.xavierUniform(), sqrt(2.0 / 1000), sqrt(6.0 / 1000)),
        (.xavierUniform(gain: 2), 2 * sqrt(2.0 / 1000), 2 * sqrt(6.0 / 1000)),
        (.xavierNormal(), sqrt(2.0 / 1000), .infinity),
        (.kaimingUniform(), sqrt(2.0 / 600), sqrt(6.0 / 600)),
        (.kaimingUniform(slope: 1, fan: .out), sqrt(1.0 / 400), sqrt(3.0 / 400)),
        (.kaimingNormal(), sqrt(2.0 / 600), .infinity),
        (.kaimingNormal(slope: 0.1, fan: .out), sqrt(2 / 1.01 / 400), .infinity),
    ]

    @Test(arguments: schemes.indices) func `have the spread of their scheme`(_ number: Int) {
        let (scheme, deviation, largest) = Self.schemes[number]
        var random = SplitMix64(seed: 7)
        let parameter = Parameter(.zeros(200, 300, 2, 1))
        parameter.initialize(scheme, using: &random)
        let values = parameter.value
        #expect(abs(Double(values.std().item) / deviation - 1) < 0.01)
        #expect(abs(Double(values.mean().item)) < 0.01 * deviation * 3)
        #expect(Double(values.abs().max().item) <= largest * 1.000001)
        #expect(parameter.requiresGrad)
    }

    @Test func `constants are constant`() {
        var random = SplitMix64(seed: 7)
        #expect(Initialization.ones.draw([2], using: &random).scalars == [1, 1])
        #expect(Initialization.zeros.draw([], using: &random).item == 0)
        #expect(Initialization.normal(mean: 3, deviation: 0).draw([2], using: &random).scalars == [3, 3])
    }

    @Test func `a convolution starts as PyTorch starts it`() {
        var random = SplitMix64(seed: 7)
        let layer = Conv2d(8, 400, kernel: 5, using: &random)
        for values in layer.parameters.map(\.value) {
            let largest = values.abs().max().item
            #expect(largest <= 1 / Float(200).squareRoot() && largest > 0.99 / Float(200).squareRoot())
        }
    }
}

struct `Convolutional layers` {
    @Test func `shapes follow from kernel, stride, padding and dilation`() {
        var random = SplitMix64(seed: 7)
        let x = Tensor.ones(2, 4, 28, 28)
        #expect(Conv2d(4, 6, kernel: 5, stride: 2, padding: 2, using: &random)(x).shape == [2, 6, 14, 14])
        #expect(Conv2d(4, 6, kernel: [1, 3], dilation: 2, groups: 2, using: &random)(x).shape == [2, 6, 28, 24])
        #expect(ConvTranspose2d(4, 6, kernel: 2, stride: 2, groups: 2, using: &random)(x).shape == [2, 6, 56, 56])
        #expect(Conv1d(4, 6, kernel: 3, padding: 1, using: &random)(.ones(2, 4, 9)).shape == [2, 6, 9])
    }

    @Test func `they are the operation with their own parameters`() {
        var random = SplitMix64(seed: 7)
        let x = Tensor.randn(2, 4, 5, 5, using: &random)
        let layer = Conv2d(4, 6, kernel: 3, stride: 2, padding: 1, groups: 2, using: &random)
        let y = x.conv2d(layer.weight.value, bias: layer.bias!.value, stride: 2, padding: 1, groups: 2)
        #expect(layer(x).scalars == y.scalars)
        #expect(layer.weight.shape == [6, 2, 3, 3] && layer.bias?.shape == [6])
        #expect(Conv2d(4, 6, kernel: 3, bias: false, using: &random).parameters.count == 1)
        let larger = ConvTranspose2d(4, 6, kernel: 3, stride: 2, outputPadding: 1, using: &random)
        #expect(larger.weight.shape == [4, 6, 3, 3])
        #expect(
            larger(x).scalars
                == x.convTranspose2d(larger.weight.value, bias: larger.bias!.value, stride: 2, outputPadding: 1).scalars
        )
    }
}

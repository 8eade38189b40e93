// Group norm and instance norm, and what they have in common with other norms.

import Layers
import Tensors
import TestSupport
import Testing

struct `The group and instance norm layers` {
    private let images: Tensor = {
        var random = SplitMix64(seed: 4)
        return .randn(3, 4, 5, 2, using: &random) * 3 + 1
    }()

    @Test func `measure groups of channels, item by item`() {
        let y = GroupNorm(2, 4, epsilon: 0)(images)
        for item in 0..<3 {
            for group in 0..<2 {
                let part = y[item, (2 * group)..<(2 * group + 2)]
                #expect(abs(part.mean().item) < 1e-5)
                #expect(abs(part.variance(unbiased: false).item - 1) < 1e-4)
            }
            expectClose(GroupNorm(2, 4, epsilon: 0)(images[item...item])[0], y[item], absolute: 1e-5)
        }
    }

    @Test func `with one group are layer norm, with as many as channels instance norm`() {
        expectClose(GroupNorm(1, 4)(images), images.layerNorm(lastAxes: 3), absolute: 1e-5)
        expectClose(GroupNorm(4, 4)(images), InstanceNorm2d(4)(images), absolute: 1e-6)
        let sequences = images.flattened(from: 2)
        expectClose(InstanceNorm1d(4)(sequences), sequences.layerNorm(), absolute: 1e-5)
    }

    @Test func `are the same in training and evaluation`() {
        for layer in [GroupNorm(2, 4), InstanceNorm2d(4)] as [any Layer<Tensor, Tensor>] {
            let y = Sequential([layer])(images).scalars
            layer.eval()
            #expect(Sequential([layer])(images).scalars == y && layer.namedBuffers.isEmpty)
        }
    }

    @Test func `have a scale and a shift for every channel, if they are asked for`() {
        #expect(GroupNorm(2, 4).namedParameters.map(\.name) == ["gamma", "beta"])
        #expect(GroupNorm(2, 4, affine: false).parameterCount == 0 && InstanceNorm1d(4).parameterCount == 0)
        let layer = InstanceNorm2d(4, affine: true)
        #expect(layer.parameterCount == 8)
        layer.gamma?.assign(Tensor([0, 1, 2, 3]))
        layer.beta?.assign(Tensor([5, 0, 0, 1]))
        let y = layer(images), plain = InstanceNorm2d(4)(images)
        #expect(Set(y[0..., 0].scalars) == [5])
        expectClose(y[0..., 3], plain[0..., 3] * 3 + 1, absolute: 1e-5)
    }

    @Test func `read images in any memory layout`() {
        let turned = images.permuted(0, 1, 3, 2)
        expectClose(GroupNorm(2, 4)(turned), GroupNorm(2, 4)(images).permuted(0, 1, 3, 2), absolute: 1e-6)
    }

    @Test func `of a single number is β`() {
        let layer = GroupNorm(2, 2)
        layer.beta?.assign(Tensor([3, 4]))
        #expect(layer(Tensor([[7, 8]])).scalars == [3, 4])
    }
}
